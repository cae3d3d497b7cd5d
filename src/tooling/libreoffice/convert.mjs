// Opens a document in LibreOffice and saves it in another file, of another kind too: node convert.mjs in.docx out.pdf
// The system's LibreOffice where there is one, else the one of the registry package of this folder.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
const WASM = join(FOLDER, 'node_modules', '@matbee', 'libreoffice-converter', 'wasm');
const NAMES = ['soffice', 'libreoffice'];
const LIMIT_MS = 180_000;
const PACKAGED_LIMIT_MS = 45_000;
const PACKAGED_ATTEMPTS = 6;
const MISSING = 'Không mở được LibreOffice: cài LibreOffice Calc, Writer (Debian: apt-get install libreoffice-calc-nogui libreoffice-writer-nogui)'
  + ' / LibreOffice could not be started: install LibreOffice Calc and Writer (Debian: apt-get install libreoffice-calc-nogui'
  + ' libreoffice-writer-nogui).';

function installed() {
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function convertWithInstalled(soffice, from, to) {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    execFileSync(soffice, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', extname(to).slice(1),
      '--outdir', join(folder, 'out'), from], { stdio: 'ignore', timeout: LIMIT_MS });
    copyFileSync(join(folder, 'out', basename(from, extname(from)) + extname(to)), to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The packaged one stands still now and then, waiting for threads of its own: it gets a time limit and another try.
async function convertWithPackaged(from, to) {
  if (!existsSync(WASM)) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' });
  }
  for (let attempt = 1; attempt <= PACKAGED_ATTEMPTS; attempt++) {
    const code = await ended(spawn(process.execPath, [join(FOLDER, 'packaged.mjs'), WASM, from, to], { stdio: 'inherit', detached: true }));
    if (code === 0) {
      return;
    }
  }
  throw new Error(`no result after ${PACKAGED_ATTEMPTS} attempts`);
}

function ended(child) {
  return new Promise((resolve) => {
    // With its group: the process that converts is a child of this one.
    const stop = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const limit = setTimeout(stop, PACKAGED_LIMIT_MS);
    child.on('exit', (code) => {
      clearTimeout(limit);
      stop();
      resolve(code);
    });
  });
}

const [from, to] = process.argv.slice(2);
try {
  const soffice = installed();
  if (soffice) {
    convertWithInstalled(soffice, from, to);
    console.log('installed');
  } else {
    await convertWithPackaged(from, to);
    console.log('packaged');
  }
  process.exit(0);
} catch (failure) {
  console.error(`${MISSING} (${failure.message})`);
  process.exit(1);
}

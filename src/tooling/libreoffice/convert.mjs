// Opens a document in LibreOffice and saves it in another file, of another kind too: node convert.mjs in.docx out.pdf
// The system's LibreOffice where there is one, else the one of the registry package of this folder.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
const WASM = join(FOLDER, 'node_modules', '@matbee', 'libreoffice-converter', 'wasm');
const NAMES = ['soffice', 'libreoffice'];
const LIMIT_MS = 180_000;
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

async function convertWithPackaged(from, to) {
  if (!existsSync(WASM)) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' });
  }
  const { createSubprocessConverter } = await import('@matbee/libreoffice-converter/server');
  const converter = await createSubprocessConverter({ wasmPath: WASM });
  try {
    const converted = await converter.convert(readFileSync(from), { outputFormat: extname(to).slice(1) }, basename(from));
    writeFileSync(to, converted.data);
  } finally {
    await converter.destroy();
  }
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

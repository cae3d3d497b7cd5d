// A Chromium for Linux machines that have none: installed from the registry and unpacked when first asked for.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
const PACKAGE = join(FOLDER, 'node_modules', '@sparticuz', 'chromium');
const CACHE = join(FOLDER, 'node_modules', '.cache');
/** The browser, its software graphics, the libraries that a bare Linux lacks, and a font with Vietnamese letters. */
const ARCHIVES = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'];

/** Path of a start script that gives the browser its libraries; null where the package has nothing for this machine. */
export async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return null;
  }
  try {
    // The lock file names the version: another version is unpacked beside the old one.
    const version = createHash('sha256').update(readFileSync(join(FOLDER, 'package-lock.json'))).digest('hex').slice(0, 12);
    const unpacked = join(CACHE, version);
    if (!existsSync(unpacked)) {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' });
      await unpack(unpacked);
    }
    return join(unpacked, 'start.sh');
  } catch {
    return null;
  }
}

/** Into a folder of its own, renamed at the end: neither a second process nor a break leaves half a browser. */
async function unpack(target) {
  const draft = `${target}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const { inflate } = await import(new URL('node_modules/@sparticuz/chromium/build/esm/lambdafs.js', import.meta.url).href);
  await inTemporaryFolder(draft, () => Promise.all(ARCHIVES.map((archive) => inflate(join(PACKAGE, 'bin', archive)))));
  writeFileSync(join(draft, 'fonts', 'fonts.conf'), FONTS);
  writeFileSync(join(draft, 'start.sh'), START_SCRIPT, { mode: 0o755 });
  try {
    renameSync(draft, target);
  } catch (taken) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw taken;
  }
}

/** The package unpacks below the system's temporary folder and takes no other. */
async function inTemporaryFolder(folder, work) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** A script and not only variables, so that whoever is given the path needs to know nothing else; it may be moved. */
const START_SCRIPT = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts/fonts.conf"
exec "$here/chromium" "$@"
`;

/** The system's fonts where there are some, and the packaged one. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

// Finds a Chromium that starts: the system's, else one from the registry package of chromium/.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { packagedChromium } from './chromium/packaged.mjs';

const START_LIMIT_MS = 20_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...WINDOWS_FOLDERS.filter((name) => process.env[name])
    .map((name) => join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')),
];
const MISSING = 'Không có trình duyệt nào khởi động được: cài Chromium (Debian: apt-get install chromium) hoặc đặt CHROMIUM_PATH'
  + ' / No browser could be started: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

/** Arguments for a headless start that asks nobody outside for anything. */
export function launchArguments() {
  const asRoot = process.getuid?.() === 0;
  return [...(asRoot ? ['--no-sandbox', '--no-zygote'] : []), '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
}

/** What Playwright's launch takes besides the path. */
export function launchOptions() {
  return { headless: true, args: launchArguments(), timeout: START_LIMIT_MS };
}

/** Path of a browser that has shown a page, or an error whose message says what to install. */
export async function findChromium() {
  for (const path of installed()) {
    if (await starts(path)) {
      return path;
    }
  }
  const packaged = await packagedChromium();
  if (packaged && await starts(packaged)) {
    return packaged;
  }
  throw new Error(MISSING);
}

function installed() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...onPath, ...OTHER_PLACES].filter((path) => path && existsSync(path));
}

/** A version number is not enough: the browser has to show a page. */
async function starts(path) {
  let browser;
  try {
    browser = await chromium.launch({ executablePath: path, ...launchOptions() });
    const page = await browser.newPage();
    await page.goto('data:text/html;charset=utf-8,<p>chạy</p>', { timeout: START_LIMIT_MS });
    return (await page.textContent('p')) === 'chạy';
  } catch {
    return false;
  } finally {
    await browser?.close().catch(() => {});
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await findChromium());
  } catch (missing) {
    console.error(missing.message);
    process.exitCode = 1;
  }
}

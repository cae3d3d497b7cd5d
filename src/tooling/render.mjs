// Renders diagrams to SVG and PNG: node render.mjs [--out FOLDER] [FILE.bpmn ...]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium, launchArguments } from './find-chromium.mjs';

const require = createRequire(import.meta.url);
const VIEWER = require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const PROCESSES = fileURLToPath(new URL('../../processes/', import.meta.url));
const SHARPNESS = 2;

const given = process.argv.slice(2);
const out = given[0] === '--out' ? given.splice(0, 2)[1] : fileURLToPath(new URL('../../docs/diagrams/', import.meta.url));
const files = given.length > 0 ? given
  : readdirSync(PROCESSES).filter((name) => name.endsWith('.bpmn')).map((name) => join(PROCESSES, name));

const browser = await chromium.launch({ executablePath: await findChromium(), args: launchArguments() });
const page = await browser.newPage({ deviceScaleFactor: SHARPNESS });
await page.setContent('<body style="margin:0;background:#fff"><div id="canvas" style="width:2000px;height:1200px"></div></body>');
await page.addScriptTag({ path: VIEWER });
mkdirSync(out, { recursive: true });

for (const file of files) {
  const svg = await page.evaluate(async (xml) => {
    window.viewer?.destroy();
    window.viewer = new window.BpmnJS({ container: '#canvas' });
    await window.viewer.importXML(xml);
    return (await window.viewer.saveSVG()).svg;
  }, readFileSync(file, 'utf8'));
  const name = basename(file, '.bpmn');
  writeFileSync(join(out, `${name}.svg`), svg);
  await photograph(svg, join(out, `${name}.png`));
  console.log(`${name}: ${join(out, name)}.{svg,png}`);
}
await browser.close();

async function photograph(svg, path) {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const paper = await browser.newPage({
    deviceScaleFactor: SHARPNESS, viewport: { width: Math.ceil(width) + 40, height: Math.ceil(height) + 40 },
  });
  await paper.setContent(`<body style="margin:20px;background:#fff">${svg}</body>`);
  await paper.screenshot({ path });
  await paper.close();
}

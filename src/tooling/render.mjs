// Renders diagrams to SVG and PNG: npm run render [-- [--out FOLDER] FILE.bpmn ...]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium, launchOptions } from './find-chromium.mjs';

const require = createRequire(import.meta.url);
const VIEWER = require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const PROCESSES = fileURLToPath(new URL('../../processes/', import.meta.url));
const DIAGRAMS = fileURLToPath(new URL('../../docs/diagrams/', import.meta.url));
const SHARPNESS = 2;
const MARGIN = 20;

const { values, positionals } = parseArgs({ options: { out: { type: 'string', default: DIAGRAMS } }, allowPositionals: true });
const files = positionals.length > 0 ? positionals
  : readdirSync(PROCESSES).filter((name) => name.endsWith('.bpmn')).sort().map((name) => join(PROCESSES, name));

const browser = await chromium.launch({ executablePath: await findChromium(), ...launchOptions() });
try {
  const page = await browser.newPage({ deviceScaleFactor: SHARPNESS });
  await page.setContent('<body style="margin:0;background:#fff"><div id="canvas" style="width:2000px;height:1200px"></div></body>');
  await page.addScriptTag({ path: VIEWER });
  mkdirSync(values.out, { recursive: true });
  for (const file of files) {
    const svg = await draw(page, readFileSync(file, 'utf8'));
    const target = join(values.out, basename(file, '.bpmn'));
    writeFileSync(`${target}.svg`, svg);
    await photograph(svg, `${target}.png`);
    console.log(`${target}.{svg,png}`);
  }
} finally {
  await browser.close();
}

async function draw(page, xml) {
  const svg = await page.evaluate(async (text) => {
    window.viewer?.destroy();
    window.viewer = new window.BpmnJS({ container: '#canvas' });
    await window.viewer.importXML(text);
    return (await window.viewer.saveSVG()).svg;
  }, xml);
  return withSteadyIds(svg);
}

/** The viewer draws lots for the ids of its arrow heads; numbered, an unchanged diagram gives an unchanged file. */
function withSteadyIds(svg) {
  const drawn = [...new Set([...svg.matchAll(/ id="(marker-[^"]+)"/g)].map(([, id]) => id))];
  return drawn.reduce((text, id, index) => text.replaceAll(id, `marker-${index + 1}`), svg);
}

async function photograph(svg, path) {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const paper = await browser.newPage({
    deviceScaleFactor: SHARPNESS,
    viewport: { width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 2 * MARGIN },
  });
  await paper.setContent(`<body style="margin:${MARGIN}px;background:#fff">${svg}</body>`);
  await paper.screenshot({ path });
  await paper.close();
}

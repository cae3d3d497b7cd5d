// Links modules the way a browser does, without running them: node --experimental-vm-modules link-scripts.mjs <resources> <file>…
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';

const [resources, ...files] = process.argv.slice(2);
const known = new Map();
/** Modules that are loaded later, by a literal address. */
const LATER = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function fileOf(specifier, importer) {
  return specifier.startsWith('/camunda/') ? join(resources, 'static', specifier) : resolve(dirname(importer), specifier);
}

function moduleOf(file) {
  if (!known.has(file)) {
    known.set(file, new vm.SourceTextModule(readFileSync(file, 'utf8'), { identifier: file }));
  }
  return known.get(file);
}

async function link(file) {
  const root = moduleOf(file);
  if (root.status === 'unlinked') {
    await root.link((specifier, importer) => moduleOf(fileOf(specifier, importer.identifier)));
  }
  return root;
}

for (const file of files) {
  if (!('default' in (await link(file)).namespace)) {
    throw new Error(`${file} has no default export`);
  }
}
for (let linked = 0; linked < known.size;) {
  const [file] = [...known][linked];
  linked += 1;
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(LATER)) {
    await link(fileOf(specifier, file));
  }
}

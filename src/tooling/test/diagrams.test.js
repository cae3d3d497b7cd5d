// The diagrams of the product.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from '../lint.js';

const folder = new URL('../../../processes/', import.meta.url);
const diagrams = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

test('there are diagrams', () => assert.ok(diagrams.length > 0));

for (const name of diagrams) {
  test(`${name} keeps the rules`, async () => {
    const problems = await lint(name, readFileSync(new URL(name, folder), 'utf8'));
    assert.deepEqual(problems.map(({ id, rule, message }) => `${id}: ${message} [${rule}]`), []);
  });
}

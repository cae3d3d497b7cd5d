// The diagrams of the product: every one keeps every rule, warnings included, and there is at least one.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from '../lint.js';

const folder = new URL('../../../processes/', import.meta.url);
const diagrams = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bpmn')) : [];

test('there are diagrams', () => assert.ok(diagrams.length > 0, `no .bpmn in ${folder.pathname}`));

for (const name of diagrams) {
  test(`${name} keeps the rules`, async () => {
    const problems = (await lint(name, readFileSync(new URL(name, folder), 'utf8')))
      .map(({ id, rule, message }) => `processes/${name}  ${id}  ${rule}  ${message}`);
    problems.forEach((problem) => console.log(problem));
    assert.equal(problems.length, 0, problems.join('\n'));
  });
}

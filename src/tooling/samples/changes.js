// A good diagram and the small changes that the tests make to it.
import { readFileSync } from 'node:fs';
import { lint } from '../lint.js';

const NAME = 'sample-report.bpmn';
const GOOD = readFileSync(new URL(NAME, import.meta.url), 'utf8');

/** The good diagram with texts replaced: changed('a', 'b', 'c', 'd') puts b for a and d for c, everywhere. */
export function changed(...pairs) {
  let xml = GOOD;
  for (let i = 0; i < pairs.length; i += 2) {
    if (!xml.includes(pairs[i])) throw new Error(`the sample does not contain ${pairs[i]}`);
    xml = xml.replaceAll(pairs[i], () => pairs[i + 1]);
  }
  return xml;
}

/** Ids of the elements that a rule of ours refuses. */
export async function refusedBy(rule, xml, fileName = NAME) {
  const problems = await lint(fileName, xml);
  return problems.filter((problem) => problem.rule === `dusinhhoat/${rule}`).map(({ id }) => id);
}

export async function problemsOf(xml, fileName = NAME) {
  return lint(fileName, xml);
}

// The runner: good diagrams pass, foreign rules and the file name count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, problemsOf, refusedBy } from '../samples/changes.js';

const rulesOf = async (xml) => (await problemsOf(xml)).map(({ rule }) => rule);

test('the sample is good', async () => assert.deepEqual(await problemsOf(changed()), []));

test('the file name is the process id', async () => {
  assert.deepEqual(await refusedBy('file-name-is-process-id', changed(), 'other-name.bpmn'), ['other-name']);
});

test('the process id is in kebab case', async () => {
  const xml = changed('"sample-report"', '"sampleReport"', ':sample-report/', ':sampleReport/');
  assert.deepEqual(await refusedBy('file-name-is-process-id', xml, 'sampleReport.bpmn'), ['sampleReport']);
});

test('a file holds one executable process', async () => {
  const none = changed('isExecutable="true"', 'isExecutable="false"');
  assert.deepEqual(await refusedBy('file-name-is-process-id', none), ['sample-report']);
});

test("bpmnlint's recommended rules are on, warnings included", async () => {
  const unused = changed('<bpmn:process ', '<bpmn:message id="message_unused" name="unused" /><bpmn:process ');
  assert.deepEqual(await rulesOf(unused), ['global']);
});

test('compatibility with Camunda 7.24 is on', async () => {
  const rules = await rulesOf(changed('camunda:historyTimeToLive="P1825D"', ''));
  assert.ok(rules.some((rule) => rule.startsWith('camunda-compat/')), rules.join());
});

test('what cannot be read counts', async () => {
  const rules = await rulesOf(changed('bpmnElement="end_reminded"', 'bpmnElement="end_gone"'));
  assert.ok(rules.includes('xml'), rules.join());
});

test('an id outside ASCII cannot be read', async () => {
  const rules = await rulesOf(changed('task_receive', 'task_tiếpNhận'));
  assert.ok(rules.includes('xml'), rules.join());
});

test('no rule breaks on a broken reference', async () => {
  const rules = await rulesOf(changed('targetRef="end_reminded"', 'targetRef="end_gone"'));
  assert.ok(rules.includes('xml') && !rules.includes('rule-error'), rules.join());
});

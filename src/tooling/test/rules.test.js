// Each rule refuses what it is there to refuse. The good example is a diagram of the product, changed in one place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from '../lint.js';

const good = readFileSync(new URL('../../../processes/attendance-report.bpmn', import.meta.url), 'utf8');
const NAME = 'attendance-report.bpmn';

const BAD = [
  ['chosen-ids', 'task_receiveReport', 'Activity_0x1abc2'],
  ['chosen-ids', 'flow_received', 'receivedFlow'],
  ['chosen-ids', 'gateway_reportPath', 'gateway_1'],
  ['vietnamese-labels', 'name="Tiếp nhận báo cáo"', ''],
  ['vietnamese-labels', 'name="Tiếp nhận báo cáo"', 'name="Check báo cáo"'],
  ['vietnamese-labels', 'name="Tiếp nhận báo cáo"', 'name="tiếp nhận báo cáo"'],
  ['vietnamese-labels', 'name="Tiếp nhận báo cáo"', `name="${'Tiếp nhận báo cáo'.normalize('NFD')}"`],
  ['vietnamese-labels', 'name="Hạn gửi báo cáo là mấy ngày?"', 'name="Hạn gửi báo cáo"'],
  ['vietnamese-labels', 'id="flow_oneDay" name="01 ngày"', 'id="flow_oneDay"'],
  ['documented-deadlines', 'sang ngày làm việc tiếp theo (III.1b)', 'sang ngày làm việc tiếp theo'],
  ['due-date-equals-limit', "${deadline.after(execution, &#39;P3D&#39;)}", "${deadline.after(execution, &#39;P4D&#39;)}"],
  ['due-date-equals-limit', "${deadline.after(execution, 'P1D')}", "${deadline.after(execution, 'P2D')}"],
  ['due-date-equals-limit', "${deadline.after(execution, 'P1D')}", '${limitOfCase}'],
  ['due-date-equals-limit', 'name="Hết hạn 01 ngày"', 'name="Hết hạn 02 ngày"'],
  ['ttl-and-version-tag', 'camunda:historyTimeToLive="P1825D"', ''],
  ['ttl-and-version-tag', 'camunda:versionTag="1.0.0"', 'camunda:versionTag="mới"'],
  ['safe-implementations', 'camunda:delegateExpression="${remindLate}"', 'camunda:class="vn.dusinhhoat.X"'],
  ['safe-implementations', 'camunda:delegateExpression="${remindLate}"', 'camunda:expression="${remindLate.run()}"'],
  ['safe-implementations', 'embedded:deployment:attendance-report/receive.html', 'embedded:app:receive.html'],
  ['safe-implementations', '<camunda:taskListener delegateExpression="${reception}"', '<camunda:taskListener class="x.Y"'],
  ['readable-layout', '<dc:Bounds x="1622" y="302"', '<dc:Bounds x="1462" y="302"'],
  ['readable-layout', '<di:waypoint x="1622" y="320" />', '<di:waypoint x="1622" y="330" />'],
  ['readable-layout', '<di:waypoint x="780" y="160" />\n        <di:waypoint x="1200" y="160" />',
    '<di:waypoint x="780" y="160" />\n        <di:waypoint x="780" y="300" />\n        <di:waypoint x="1200" y="300" />'],
];

test('the unchanged diagram is good', async () => assert.deepEqual(await lint(NAME, good), []));

for (const [rule, find, replace] of BAD) {
  test(`${rule}: ${replace || `without ${find}`}`, async () => {
    assert.ok(good.includes(find), `the example no longer contains ${find}`);
    const problems = await lint(NAME, good.replaceAll(find, replace));
    assert.ok(problems.some((problem) => problem.rule === `dusinhhoat/${rule}`), JSON.stringify(problems));
  });
}

test('file-name-is-process-id', async () => {
  const problems = await lint('other-name.bpmn', good);
  assert.deepEqual(problems.map(({ rule }) => rule), ['dusinhhoat/file-name-is-process-id']);
});

test('Camunda 7.24 compatibility is checked', async () => {
  const problems = await lint(NAME, good.replace('camunda:historyTimeToLive="P1825D"', ''));
  assert.ok(problems.some(({ rule }) => rule.startsWith('camunda-compat/')), JSON.stringify(problems));
});

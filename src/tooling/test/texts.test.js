// Rules about ids, names, documentation, version and implementations.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, refusedBy } from '../samples/changes.js';

const ROOT = '<bpmn:process ';
const root = (xml) => [ROOT, `${xml}${ROOT}`];
const LISTENER = '<camunda:taskListener delegateExpression="${reportTask}" event="create" />';
const RULE_BEAN = 'camunda:delegateExpression="${routeReport}"';
const SERVICE_BEAN = 'camunda:delegateExpression="${remindLate}"';
const LANE = '<bpmn:laneSet id="lanes"><bpmn:lane id="lane_office" name="Văn phòng cấp ủy" /></bpmn:laneSet><bpmn:startEvent id="start_visitHeld"';
const START = '<bpmn:startEvent id="start_visitHeld"';

const GOOD = [
  ['chosen-ids', ['flow_received', 'flow_toEnd_ofReport']],
  ['chosen-ids', ['start_visitHeld', 'start_step2Of3']],
  ['chosen-ids', root('<bpmn:error id="error_noReceiver" /><bpmn:signal id="signal_stop" /><bpmn:escalation id="escalation_late" />')],
  ['chosen-ids', [START, LANE]],
  ['vietnamese-labels', ['Gửi báo cáo trong 03 ngày', '03 ngày để gửi báo cáo']],
  ['vietnamese-labels', ['Đã tiếp nhận', 'Gửi thư điện tử, in an toàn đến dân']],
  ['documented-deadlines', ['(III.1b)', 'theo C8']],
  ['documented-deadlines', ['(B6)', '(I.2a, D)']],
  ['ttl-and-version-tag', ['P1825D', '1825']],
  ['safe-implementations', [RULE_BEAN, 'camunda:decisionRef="duty"']],
];
const BAD = [
  ['chosen-ids', ['task_receive', 'Activity_0x1abc2'], 'Activity_0x1abc2'],
  ['chosen-ids', ['task_receive', 'task_x1abc22'], 'task_x1abc22'],
  ['chosen-ids', ['flow_received', 'Flow_1kd93j2'], 'Flow_1kd93j2'],
  ['chosen-ids', ['flow_received', 'receivedFlow'], 'receivedFlow'],
  ['chosen-ids', ['gateway_toWrite', 'gateway_1'], 'gateway_1'],
  ['chosen-ids', ['"timer_limitThreeDays"', '"event_limitThreeDays"'], 'event_limitThreeDays'],
  ['chosen-ids', ['"message_visitCancelled"', '"event_visitCancelled"'], 'event_visitCancelled'],
  ['chosen-ids', ['message_cancelVisit', 'Message_0ab12cd'], 'Message_0ab12cd'],
  ['chosen-ids', root('<bpmn:error id="Error_1" />'), 'Error_1'],
  ['chosen-ids', root('<bpmn:signal id="stop" />'), 'stop'],
  ['chosen-ids', [START, LANE.replace('lane_office', 'Lane_0a1b2c3')], 'Lane_0a1b2c3'],
  ['vietnamese-labels', ['name="Ghi nhận báo cáo"', ''], 'task_receive'],
  ['vietnamese-labels', ['name="Đã nhắc"', ''], 'end_reminded'],
  ['vietnamese-labels', ['name="Báo cáo mẫu"', ''], 'sample-report'],
  ['vietnamese-labels', ['name="Đã đủ"', ''], 'flow_complete'],
  ['vietnamese-labels', ['Ghi nhận báo cáo', 'Check báo cáo'], 'task_receive'],
  ['vietnamese-labels', ['Ghi nhận báo cáo', 'ghi nhận báo cáo'], 'task_receive'],
  ['vietnamese-labels', ['Ghi nhận báo cáo', 'Ghi nhận báo cáo.'], 'task_receive'],
  ['vietnamese-labels', ['Ghi nhận báo cáo', 'Ghi nhận báo cáo'.normalize('NFD')], 'task_receive'],
  ['vietnamese-labels', ['Báo cáo đã đủ chưa?', 'Báo cáo đã đủ'], 'gateway_complete'],
  ['vietnamese-labels', ['id="gateway_toWrite">', 'id="gateway_toWrite" name="Gộp">'], 'gateway_toWrite'],
  ['vietnamese-labels', ['id="flow_received" ', 'id="flow_received" name="Done" '], 'flow_received'],
  ['documented-deadlines', [' (III.1b)', ''], 'timer_limitThreeDays'],
  ['documented-deadlines', ['(III.1b)', 'P1D5'], 'timer_limitThreeDays'],
  ['documented-deadlines', ['<bpmn:documentation>Nơi nhận có thể đề nghị bổ sung (B6).</bpmn:documentation>', ''], 'gateway_complete'],
  ['ttl-and-version-tag', ['camunda:historyTimeToLive="P1825D"', ''], 'sample-report'],
  ['ttl-and-version-tag', ['P1825D', 'P5Y'], 'sample-report'],
  ['ttl-and-version-tag', ['versionTag="1.0.0"', 'versionTag="1.0"'], 'sample-report'],
  ['safe-implementations', [SERVICE_BEAN, 'camunda:class="vn.dusinhhoat.X"'], 'service_remindLate'],
  ['safe-implementations', [SERVICE_BEAN, `${SERVICE_BEAN} camunda:class="vn.dusinhhoat.X"`], 'service_remindLate'],
  ['safe-implementations', [SERVICE_BEAN, 'camunda:expression="${remindLate.run()}"'], 'service_remindLate'],
  ['safe-implementations', [SERVICE_BEAN, 'camunda:type="external" camunda:topic="x"'], 'service_remindLate'],
  ['safe-implementations', [SERVICE_BEAN, ''], 'service_remindLate'],
  ['safe-implementations', ['${remindLate}', '${remindLate.run()}'], 'service_remindLate'],
  ['safe-implementations', [RULE_BEAN, ''], 'rule_route'],
  ['safe-implementations', ['bpmn:serviceTask', 'bpmn:scriptTask', SERVICE_BEAN, 'scriptFormat="groovy"'], 'service_remindLate'],
  ['safe-implementations', ['sample-report/receive.html', 'other-process/receive.html'], 'task_receive'],
  ['safe-implementations', ['embedded:deployment:sample-report/receive.html', 'embedded:app:receive.html'], 'task_receive'],
  ['safe-implementations', [LISTENER, '<camunda:taskListener class="x.Y" event="create" />'], 'task_writeReport'],
  ['safe-implementations', [LISTENER, '<camunda:executionListener expression="${a.b()}" event="start" />'], 'task_writeReport'],
  ['safe-implementations', [LISTENER, '<camunda:taskListener event="create"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:taskListener>'], 'task_writeReport'],
  ['safe-implementations', [LISTENER, '<camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>'], 'task_writeReport'],
  ['safe-implementations', [LISTENER, '<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>'], 'task_writeReport'],
  ['safe-implementations', ['tFormalExpression">${complete}', 'tFormalExpression" language="groovy">complete'], 'flow_complete'],
];

for (const [rule, pairs] of GOOD) {
  test(`${rule} allows ${pairs[1]}`, async () => assert.deepEqual(await refusedBy(rule, changed(...pairs)), []));
}
for (const [rule, pairs, id] of BAD) {
  test(`${rule} refuses ${pairs[1] || `a missing ${pairs[0]}`}`, async () => {
    const refused = await refusedBy(rule, changed(...pairs));
    assert.deepEqual([...new Set(refused)], [id]);
  });
}

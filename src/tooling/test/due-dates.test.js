// Due dates, limit timers and the numbers in their names agree, and every timer shows its length.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, refusedBy } from '../samples/changes.js';

const RULE = 'due-date-equals-limit';
const LIMIT = "${deadline.after(execution, 'P3D')}";
const DUE = `camunda:dueDate="${LIMIT}"`;
const DATE = `<bpmn:timeDate xsi:type="bpmn:tFormalExpression">${LIMIT}</bpmn:timeDate>`;
const duration = (text) => `<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeDuration>`;
const cycle = (text) => `<bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeCycle>`;
const date = (text) => DATE.replace(LIMIT, () => text);
const timer = (definition) => [DUE, '', DATE, definition];

const GOOD = {
  'a number that agrees': [LIMIT, LIMIT.replace('P3D', 'P5D'), '03 ngày', '05 ngày'],
  'weeks that count as days': [LIMIT, LIMIT.replace('P3D', 'P2W'), '03 ngày', '14 ngày'],
  'a due date counted from its beginning with its timer': [LIMIT, LIMIT.replace('after', 'fromNow')],
  "a due date on the meeting's evening with a timer that ends it": [DUE, 'camunda:dueDate="${meeting.evening(execution)}"', DATE, date('${meeting.evening(execution)}')],
  'a plain period': timer(duration('P3D')),
  'a repeated period': timer(cycle('R3/P3D')),
  'a cron with names': timer(cycle('0 0 6 20 MAR,JUN,SEP,DEC ?')),
  'a bean with a literal': timer(date("${deadline.later(execution, 'P3D')}")),
  "the meeting's evening": timer(date('${meeting.evening(execution)}')),
};
const TASK = 'task_writeReport';
const TIMER = 'timer_limitThreeDays';
const BAD = {
  'a due date with another number': [[DUE, DUE.replace('P3D', 'P4D'), 'báo cáo trong 03', 'báo cáo trong 04'], [TASK]],
  'a limit without a due date': [[DUE, ''], [TASK]],
  'a due date without a limit': [[DATE, duration('P3D')], [TASK]],
  'a second limit': [['id="message_visitCancelled"', 'id="timer_second"', '<bpmn:messageEventDefinition id="messageDefinition_visitCancelled" messageRef="message_cancelVisit" />',
    `<bpmn:timerEventDefinition id="timerDefinition_second">${date(LIMIT.replace('P3D', 'P5D'))}</bpmn:timerEventDefinition>`,
    'sourceRef="message_visitCancelled"', 'sourceRef="timer_second"', 'bpmnElement="message_visitCancelled"', 'bpmnElement="timer_second"'], [TASK]],
  'a number in both names that differs': [['03 ngày', '02 ngày'], [TASK, TIMER]],
  'a due date counted from its beginning without its timer': [[DUE, DUE.replace('after', 'fromNow'), DATE, duration('P3D')], [TASK]],
  "a due date on the meeting's evening without a timer": [[DUE, 'camunda:dueDate="${meeting.evening(execution)}"', DATE, duration('P3D')], [TASK]],
  'hours where the name counts days': [[LIMIT, LIMIT.replace('P3D', 'PT72H')], [TASK, TIMER]],
  'a variable in the due date': [[DUE, 'camunda:dueDate="${deadline.after(execution, limit)}"', DATE, duration('P3D')], [TASK]],
  'a variable in the timer': [timer(date('${limitOfVisit}')), [TIMER]],
  'a variable beside a literal': [timer(date("${deadline.later(x, 'P3D')}")), [TIMER]],
  'a variable in a cron': [timer(cycle('0 0 6 ${day} * ?')), [TIMER]],
  'an empty period': [timer(duration('P')), [TIMER]],
  'a limit in the wrong field': [[DATE, duration(LIMIT)], [TIMER]],
};

for (const [what, pairs] of Object.entries(GOOD)) {
  test(`${RULE} allows ${what}`, async () => assert.deepEqual(await refusedBy(RULE, changed(...pairs)), []));
}
for (const [what, [pairs, ids]] of Object.entries(BAD)) {
  test(`${RULE} refuses ${what}`, async () => assert.deepEqual((await refusedBy(RULE, changed(...pairs))).sort(), ids));
}

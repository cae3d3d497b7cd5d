// Where things stand on the sheet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, refusedBy } from '../samples/changes.js';

const RULE = 'readable-layout';
const point = (x, y) => `<di:waypoint x="${x}" y="${y}" />`;
const line = (...points) => points.map(([x, y]) => point(x, y)).join('\n        ');
const bounds = (x, y, width = 36, height = 36) => `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`;
const CANCELLED = line([510, 178], [510, 340], [780, 340]);
const LOOP = line([675, 95], [675, 40], [415, 40], [415, 95]);

const RECEIVED = line([1140, 120], [1202, 120]);

const GOOD = {
  'going on at the beginning of the next row': [RECEIVED, line([1140, 120], [1160, 120], [1160, 500], [40, 500], [40, 578], [60, 578]), bounds(1202, 102), bounds(60, 560)],
  'lines that run together into the same end': ['sourceRef="service_remindLate" targetRef="end_reminded"', 'sourceRef="service_remindLate" targetRef="end_cancelled"',
    line([720, 260], [780, 260]), line([720, 260], [740, 260], [740, 340], [780, 340]), bounds(780, 242), bounds(780, 402)],
};
const BAD = {
  'shapes on each other': [[bounds(780, 322), bounds(790, 250)], ['end_reminded']],
  'a child outside its sub-process': [[bounds(1062, 102), bounds(1122, 102)], ['flow_received', 'subprocess_reception']],
  'a missing shape': [['bpmnElement="end_reminded"', 'bpmnElement="end_gone"'], ['end_reminded']],
  'a missing line': [['bpmnElement="flow_reminded"', 'bpmnElement="flow_gone"'], ['flow_reminded']],
  'a slanting line': [[line([1140, 120], [1202, 120]), line([1140, 120], [1202, 130])], ['flow_received']],
  'lines that cross': [[CANCELLED, line([510, 178], [510, 220], [600, 220], [600, 340], [780, 340])], ['flow_limitPassed']],
  'a line that runs along another': [[CANCELLED, line([510, 178], [510, 200], [560, 200], [560, 240], [540, 240], [540, 340], [780, 340])], ['flow_limitPassed']],
  'a bend on another line': [[CANCELLED, line([510, 178], [510, 230], [560, 230], [560, 340], [780, 340])], ['flow_limitPassed']],
  'a line through a step': [[CANCELLED, line([510, 178], [510, 280], [760, 280], [760, 340], [780, 340])], ['flow_cancelled']],
  'a line through its own host': [[CANCELLED, line([510, 142], [510, 20], [900, 20]), bounds(780, 322), bounds(900, 2)], ['flow_cancelled', 'flow_incomplete']],
  'going back to a step': [['sourceRef="gateway_complete" targetRef="gateway_toWrite"', 'sourceRef="gateway_complete" targetRef="rule_route"', LOOP, line([675, 95], [675, 40], [290, 40], [290, 80])], ['flow_incomplete']],
  'going on in the next row from its end': [[RECEIVED, line([1140, 120], [1160, 120], [1160, 578], [96, 578]), bounds(1202, 102), bounds(60, 560)], ['flow_received']],
  'going back in the same row': [[LOOP, line([650, 130], [440, 130])], ['flow_incomplete']],
};

for (const [what, pairs] of Object.entries(GOOD)) {
  test(`${RULE} allows ${what}`, async () => assert.deepEqual(await refusedBy(RULE, changed(...pairs)), []));
}
for (const [what, [pairs, ids]] of Object.entries(BAD)) {
  test(`${RULE} refuses ${what}`, async () => {
    const refused = await refusedBy(RULE, changed(...pairs));
    assert.deepEqual([...new Set(refused)].sort(), ids);
  });
}

// Ids reach logs, tests, migrations and incidents: they are chosen, in English, with the type in front.
import { eventDefinition, is } from './elements.js';

/** What an id starts with, by type; the first line that fits wins, so special types stand before general ones. */
const PREFIXES = [
  ['SequenceFlow', 'flow'],
  ['Gateway', 'gateway'],
  ['CallActivity', 'call'],
  ['SubProcess', 'subprocess'],
  ['BusinessRuleTask', 'rule'],
  ['ServiceTask', 'service'],
  ['SendTask', 'service'],
  ['Task', 'task'],
  ['StartEvent', 'start'],
  ['EndEvent', 'end'],
  ['Message', 'message'],
  ['Error', 'error'],
  ['Escalation', 'escalation'],
  ['Signal', 'signal'],
  ['Participant', 'participant'],
  ['Lane', 'lane'],
];
const WORDS = /^[a-z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)*$/;
/** Modelers end their ids with seven random letters and digits, digits in at least two places. */
const RANDOM_TAIL = /(?:^|_)(?=[a-z0-9]{7}$)[a-z]*\d+[a-z]+\d[a-z0-9]*$/;

/** The prefix an element's id must have; null for elements whose id nobody meets. */
export function prefixOf(element) {
  const known = PREFIXES.find(([type]) => is(element, type));
  return known?.[1] ?? (is(element, 'Event') ? eventPrefix(element) : null);
}

function eventPrefix(event) {
  if (eventDefinition(event, 'TimerEventDefinition')) return 'timer';
  const receives = is(event, 'CatchEvent') && eventDefinition(event, 'MessageEventDefinition');
  return receives ? 'message' : 'event';
}

export default function chosenIds() {
  return {
    check(element, reporter) {
      const prefix = prefixOf(element);
      if (!prefix) {
        return;
      }
      const rest = element.id?.startsWith(`${prefix}_`) ? element.id.slice(prefix.length + 1) : '';
      if (!WORDS.test(rest) || RANDOM_TAIL.test(rest)) {
        reporter.report(element.id, `Mã "${element.id}" phải có dạng ${prefix}_<tênTiếngAnh>, ví dụ ${prefix}_reportSent`);
      }
    },
  };
}

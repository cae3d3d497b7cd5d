// Ids reach logs, tests, migrations and incidents: they are chosen, in English, with the type in front.
import { eventDefinition, is } from './elements.js';

const AFTER_PREFIX = /^[a-z][A-Za-z0-9]*$/;
const GENERATED = /^(Activity|Event|Gateway|Flow|SequenceFlow|Process|StartEvent|EndEvent|Task)_/;

/** The prefix an element's id must have; null for elements whose id nobody meets. */
export function prefixOf(element) {
  if (is(element, 'SequenceFlow')) return 'flow';
  if (is(element, 'Gateway')) return 'gateway';
  if (is(element, 'CallActivity')) return 'call';
  if (is(element, 'SubProcess')) return 'subprocess';
  if (is(element, 'BusinessRuleTask')) return 'rule';
  if (is(element, 'ServiceTask', 'SendTask')) return 'service';
  if (is(element, 'Task')) return 'task';
  if (is(element, 'StartEvent')) return 'start';
  if (is(element, 'EndEvent')) return 'end';
  if (is(element, 'Event')) return eventPrefix(element);
  if (is(element, 'Message')) return 'message';
  return null;
}

function eventPrefix(element) {
  if (eventDefinition(element, 'TimerEventDefinition')) return 'timer';
  return eventDefinition(element, 'MessageEventDefinition') ? 'message' : 'event';
}

export default function chosenIds() {
  return {
    check(element, reporter) {
      const prefix = prefixOf(element);
      if (!prefix) {
        return;
      }
      const rest = element.id?.startsWith(`${prefix}_`) ? element.id.slice(prefix.length + 1) : '';
      if (!AFTER_PREFIX.test(rest) || GENERATED.test(element.id)) {
        reporter.report(element.id, `Mã "${element.id}" phải có dạng ${prefix}_<tênTiếngAnh>, ví dụ ${prefix}_reportSent`);
      }
    },
  };
}

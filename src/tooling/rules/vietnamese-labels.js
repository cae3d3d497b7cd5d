// An official who never saw BPMN reads the diagram: every step has a Vietnamese name.
import { is, isQuestion, isSplit, named } from './elements.js';

/** Only words that are no Vietnamese syllables: "do", "to", "in", "an", "no" or "me" cannot stand here. */
const ENGLISH_WORDS = [
  'approve', 'approved', 'check', 'complete', 'completed', 'create', 'cron', 'deadline', 'delete', 'done', 'end', 'error',
  'escalate', 'escalation', 'event', 'gateway', 'job', 'message', 'notify', 'process', 'receive', 'remind', 'reminder',
  'report', 'reports', 'send', 'sent', 'service', 'signal', 'start', 'status', 'submit', 'task', 'tasks', 'timeout',
  'timer', 'update', 'user', 'workflow',
];
const ENGLISH = new RegExp(`(?<![\\p{L}\\d])(${ENGLISH_WORDS.join('|')})(?![\\p{L}\\d])`, 'iu');

function needsName(element) {
  if (is(element, 'Gateway')) return isQuestion(element);
  if (is(element, 'SequenceFlow')) return isQuestion(element.sourceRef);
  return is(element, 'Activity', 'Event', 'Process');
}

function isShown(element) {
  return is(element, 'FlowElement', 'Process', 'Participant', 'Lane');
}

export default function vietnameseLabels() {
  return {
    check(element, reporter) {
      const name = element.name ?? '';
      if (is(element, 'Gateway') && !isSplit(element) && name) {
        reporter.report(element.id, `Cổng gộp ${named(element)} không đặt tên: xóa tên`);
      } else if (name.trim()) {
        (isShown(element) ? problemsOf(element, name) : []).forEach((problem) => reporter.report(element.id, problem));
      } else if (needsName(element)) {
        reporter.report(element.id, `Phần tử ${named(element)} chưa có tên: đặt tên bằng tiếng Việt`);
      }
    },
  };
}

function problemsOf(element, name) {
  const problems = [];
  const english = ENGLISH.exec(name)?.[1];
  if (name !== name.normalize('NFC')) problems.push(`Tên ${named(element)} gõ bằng dấu rời: gõ lại bằng Unicode dựng sẵn`);
  if (english) problems.push(`Tên ${named(element)} có từ tiếng Anh "${english}": đổi sang tiếng Việt`);
  if (!/^[\p{Lu}\d]/u.test(name)) problems.push(`Tên ${named(element)} phải viết hoa chữ đầu`);
  if (is(element, 'Activity') && name.endsWith('.')) problems.push(`Tên ${named(element)} có dấu chấm ở cuối: xóa dấu chấm`);
  if (isQuestion(element) && !name.endsWith('?')) problems.push(`Cổng ${named(element)} phải là câu hỏi: kết thúc tên bằng dấu "?"`);
  return problems;
}

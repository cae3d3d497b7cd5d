// An official who never saw BPMN reads the diagram: every step has a Vietnamese name.
import { is, isQuestion, isSplit, named } from './elements.js';

const ENGLISH = /\b(task|report|send|check|approve|start|end|timeout|deadline|process|user|service|gateway|event)\b/i;

function needsName(element) {
  if (is(element, 'Gateway')) return isQuestion(element);
  if (is(element, 'SequenceFlow')) return isQuestion(element.sourceRef);
  return is(element, 'Activity', 'Event', 'Process');
}

export default function vietnameseLabels() {
  return {
    check(element, reporter) {
      const name = element.name ?? '';
      if (is(element, 'Gateway') && !isSplit(element) && name) {
        reporter.report(element.id, `Cổng gộp ${named(element)} không đặt tên: xóa tên`);
      }
      if (!needsName(element)) {
        return;
      }
      for (const problem of problemsOf(element, name)) {
        reporter.report(element.id, problem);
      }
    },
  };
}

function problemsOf(element, name) {
  if (!name.trim()) {
    return [`Phần tử ${named(element)} chưa có tên: đặt tên bằng tiếng Việt`];
  }
  const problems = [];
  if (name !== name.normalize('NFC')) problems.push(`Tên ${named(element)} gõ bằng dấu rời: gõ lại bằng Unicode dựng sẵn`);
  if (ENGLISH.test(name)) problems.push(`Tên ${named(element)} có từ tiếng Anh: đổi sang tiếng Việt`);
  if (!/^[\p{Lu}\d]/u.test(name)) problems.push(`Tên ${named(element)} phải viết hoa chữ đầu`);
  if (is(element, 'Task') && name.endsWith('.')) problems.push(`Tên ${named(element)} không có dấu chấm ở cuối`);
  if (isQuestion(element) && !name.endsWith('?')) problems.push(`Cổng ${named(element)} phải là câu hỏi, kết thúc bằng dấu "?"`);
  return problems;
}

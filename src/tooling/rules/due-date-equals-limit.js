// A task's due date and its limit timer carry the same literal text, and the number in their names agrees with it.
import { eventDefinition, is, isTimer, named, timerText } from './elements.js';

const LIMIT = /^\$\{deadline\.after\(execution, '(P\d+D)'\)\}$/;
const LITERAL = /^(R\d*\/)?P(?=\d|T\d)[0-9YMWDTHS]+$|^\d[\d*/,?LW#A-Z \-]+$|^0 /;
const NUMBER_IN_NAME = /(\d+) ngày/;
/** Moments that come from the data of a case and have no length that a diagram could show. */
const ALLOWED_EXPRESSIONS = ['${meeting.evening(execution)}'];

export default function dueDateEqualsLimit() {
  return {
    check(element, reporter) {
      if (is(element, 'FlowElementsContainer')) {
        checkTasks(element, reporter);
      }
      if (isTimer(element)) {
        checkTimer(element, reporter);
      }
    },
  };
}

function limitTimersOf(task, container) {
  return (container.flowElements ?? []).filter((each) => is(each, 'BoundaryEvent') && each.attachedToRef === task)
    .map((each) => eventDefinition(each, 'TimerEventDefinition')).filter(Boolean)
    .map(timerText).filter((text) => LIMIT.test(text));
}

function checkTasks(container, reporter) {
  for (const task of (container.flowElements ?? []).filter((each) => is(each, 'UserTask'))) {
    const due = task.get('camunda:dueDate')?.trim() ?? '';
    const timers = limitTimersOf(task, container);
    if (LIMIT.test(due) && !timers.includes(due)) {
      reporter.report(task.id, `Công việc ${named(task)} có hạn xử lý nhưng không có đồng hồ cùng nội dung ${due} gắn vào`);
    }
    if (timers.length > 0 && !timers.includes(due)) {
      reporter.report(task.id, `Hạn xử lý của công việc ${named(task)} khác đồng hồ gắn vào: ghi cùng nội dung ${timers[0]}`);
    }
    checkNumber(task, due, reporter);
  }
}

function checkTimer(event, reporter) {
  const text = timerText(eventDefinition(event, 'TimerEventDefinition'));
  if (!LIMIT.test(text) && !LITERAL.test(text) && !ALLOWED_EXPRESSIONS.includes(text)) {
    reporter.report(event.id, `Đồng hồ ${named(event)} phải ghi rõ thời hạn trên sơ đồ, ví dụ P3D hoặc \${deadline.after(execution, 'P3D')}`);
  }
  checkNumber(event, text, reporter);
}

function checkNumber(element, text, reporter) {
  const shown = NUMBER_IN_NAME.exec(element.name ?? '');
  const counted = /P(\d+)D/.exec(text);
  if (shown && counted && Number(shown[1]) !== Number(counted[1])) {
    reporter.report(element.id, `Tên ${named(element)} ghi ${shown[1]} ngày nhưng thời hạn là P${counted[1]}D: sửa cho khớp`);
  }
}

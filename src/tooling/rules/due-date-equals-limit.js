// A task's due date and its limit timer carry the same literal text, and the number in their names agrees with it.
import { eventDefinition, is, isTimer, named, timerText } from './elements.js';
import { EVENING, isBrokenLimit, isCountedFromItsBeginning, isLimit, isReadable, periodIn, wholeDays } from './timer-text.js';

const DAYS_IN_NAME = /(\d+)\s+ngày/u;
const EXAMPLE = "${deadline.after(execution, 'P3D')}";

export default function dueDateEqualsLimit() {
  return {
    check(element, reporter) {
      if (is(element, 'FlowElementsContainer')) {
        const inside = element.flowElements ?? [];
        inside.filter((each) => is(each, 'UserTask')).forEach((task) => checkTask(task, inside, reporter));
      }
      if (isTimer(element)) {
        checkTimer(element, reporter);
      }
    },
  };
}

function timersOf(task, siblings) {
  return siblings.filter((each) => is(each, 'BoundaryEvent') && each.attachedToRef === task)
    .map((each) => eventDefinition(each, 'TimerEventDefinition')).filter(Boolean).map(timerText);
}

function checkTask(task, siblings, reporter) {
  const due = task.get('camunda:dueDate')?.trim() ?? '';
  const timers = timersOf(task, siblings);
  const limits = timers.filter(isLimit);
  const other = limits.find((limit) => limit !== due);
  if (other) {
    reporter.report(task.id, `Hạn xử lý của công việc ${named(task)} khác đồng hồ gắn vào: ghi cùng nội dung ${other}`);
  } else if ((isLimit(due) && limits.length === 0) || (isCountedFromItsBeginning(due) && !timers.includes(due))) {
    reporter.report(task.id, `Công việc ${named(task)} có hạn xử lý nhưng không có đồng hồ cùng nội dung ${due} gắn vào: gắn thêm`);
  }
  if (due === EVENING && !siblings.some((each) => isTimer(each) && timerText(eventDefinition(each, 'TimerEventDefinition')) === due)) {
    reporter.report(task.id, `Công việc ${named(task)} có hạn là tối ngày họp nhưng đến lúc đó không có gì kết thúc việc: vẽ đồng hồ ${due} bên cạnh`);
  }
  if (isBrokenLimit(due)) {
    reporter.report(task.id, `Hạn xử lý của công việc ${named(task)} phải ghi rõ số ngày trên sơ đồ, dạng ${EXAMPLE}`);
  }
  checkNumber(task, due, reporter);
}

function checkTimer(event, reporter) {
  const timer = eventDefinition(event, 'TimerEventDefinition');
  const text = timerText(timer);
  if (!isReadable(text)) {
    reporter.report(event.id, `Đồng hồ ${named(event)} phải ghi rõ thời hạn trên sơ đồ, ví dụ P3D hoặc ${EXAMPLE}`);
  }
  if (isLimit(text) && !timer.timeDate) {
    reporter.report(event.id, `Đồng hồ ${named(event)} phải ghi ${text} ở ô ngày giờ (timeDate), không ở ô khoảng thời gian`);
  }
  checkNumber(event, text, reporter);
}

function checkNumber(element, text, reporter) {
  const shown = DAYS_IN_NAME.exec(element.name ?? '')?.[1];
  const period = periodIn(text);
  if (shown && period && wholeDays(period) !== Number(shown)) {
    reporter.report(element.id, `Tên ${named(element)} ghi ${shown} ngày nhưng thời hạn là ${period}: sửa cho khớp`);
  }
}

// What may stand in a timer or a due date, and what it says.

/** ISO 8601 period: at least one part, in the order of the standard. */
const PERIOD = 'P(?!$|\'|T?$)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?';
const CYCLE = `R\\d*/${PERIOD}`;
/** Quartz: six fields or, with the year, seven; names of months and days allowed. */
const CRON = '[\\d*/,-]+(?: [\\d*/,-]+){2} [\\d*/,?LW-]+ [\\w*/,-]+ [\\w*/,?#-]+(?: [\\d*/,-]+)?';

const LITERAL = new RegExp(`^(?:${PERIOD}|${CYCLE}|${CRON})$`);
/** A bean that applies the calendar to a literal: no variable stands between the reader and the number. */
const BEAN_WITH_LITERAL = new RegExp(`^\\$\\{\\w+\\.\\w+\\((?:execution, ?)?'(?:${PERIOD}|${CYCLE}|${CRON})'\\)\\}$`);
const LIMIT = new RegExp(`^\\$\\{deadline\\.after\\(execution, '(${PERIOD})'\\)\\}$`);
const COUNTED = new RegExp(`^\\$\\{deadline\\.fromNow\\(execution, '(${PERIOD})'\\)\\}$`);
const LIMIT_OF_ANY_KIND = /\bdeadline\.(?:after|fromNow)\s*\(/;
/** Moments that come from the data of a case and have no length that a diagram could show. */
export const EVENING = '${meeting.evening(execution)}';

/** The limit of a task, counted from the meeting: `${deadline.after(execution, 'P3D')}`. */
export function isLimit(text) {
  return LIMIT.test(text);
}

/** A due date counted from when the step began: `${deadline.fromNow(execution, 'P5D')}`. */
export function isCountedFromItsBeginning(text) {
  return COUNTED.test(text);
}

/** A limit that is written with something else than one literal, such as a variable. */
export function isBrokenLimit(text) {
  return LIMIT_OF_ANY_KIND.test(text) && !isLimit(text) && !isCountedFromItsBeginning(text);
}

export function isReadable(text) {
  return LITERAL.test(text) || BEAN_WITH_LITERAL.test(text) || text === EVENING;
}

/** The period that a text counts, without a bean around it; null where it counts none (cron, a meeting's evening). */
export function periodIn(text) {
  const period = new RegExp(`(?:^|'|/)(${PERIOD})(?:'|$)`).exec(text)?.[1];
  return period ?? null;
}

/** Days of a period that is made of weeks and days only; null for every other one. */
export function wholeDays(period) {
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  return parts ? Number(parts[1] ?? 0) * 7 + Number(parts[2] ?? 0) : null;
}

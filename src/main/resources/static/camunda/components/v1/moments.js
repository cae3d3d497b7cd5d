// Moments as people in Vietnam read them, whatever zone the browser is in.
import { dayText } from './calendar-days.js';

const DAY = 10;
const MINUTES = 16;
const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit',
  minute: '2-digit', hourCycle: 'h23' });

const partsOf = (instant) => Object.fromEntries(PARTS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));

/** An instant, "2026-12-03T14:14:00Z", as "03/12/2026 21:14"; empty for nothing. */
export function instantText(instant) {
  if (!instant) {
    return '';
  }
  const part = partsOf(instant);
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

/** The day of it, "03/12/2026". */
export function dayOf(instant) {
  return instantText(instant).slice(0, DAY);
}

/** The last day of a limit: "hết Thứ Hai, 07/12/2026"; empty where there is none. */
export function limitText(instant) {
  if (!instant) {
    return '';
  }
  const part = partsOf(instant);
  return `hết ${dayText(`${part.year}-${part.month}-${part.day}`)}`;
}

/** "2027-02-05T19:30:00", a time in Vietnam, as "19:30, Thứ Sáu, 05/02/2027"; empty while there is none. */
export function momentText(local) {
  return local ? `${local.slice(DAY + 1, MINUTES)}, ${dayText(local.slice(0, DAY))}` : '';
}

/** As a field for date and time takes it. */
export function fieldValue(local) {
  return local ? local.slice(0, MINUTES) : '';
}

/** 1234 as "1.234". */
export const numberText = (value) => new Intl.NumberFormat('vi-VN').format(value);

/** "Quá hạn 04 ngày" within a sentence. */
export const within = (text) => text.charAt(0).toLowerCase() + text.slice(1);

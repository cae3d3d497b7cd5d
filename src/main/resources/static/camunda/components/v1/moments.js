// Moments as people read them, in Vietnam wherever the browser stands.
import { dayText } from './calendar-days.js';

const DAY = 10;
const MINUTES = 16;
const INSTANT = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric',
  hourCycle: 'h23' });

/** As ISO writes days. */
const DAY_OF = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' });

/** "2027-02-05T19:30:00", a time in Vietnam, as "19:30, Thứ Sáu, 05/02/2027"; empty while there is none. */
export function momentText(local) {
  return local ? `${local.slice(DAY + 1, MINUTES)}, ${dayText(local.slice(0, DAY))}` : '';
}

/** An instant as "21:14, 27/11/2026". */
export function instantText(instant) {
  if (!instant) {
    return '';
  }
  const parts = Object.fromEntries(INSTANT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.hour}:${parts.minute}, ${parts.day}/${parts.month}/${parts.year}`;
}

/** The last day of a limit: "hết Thứ Hai, 07/12/2026"; empty where there is none. */
export function limitText(instant) {
  return instant ? `hết ${dayText(DAY_OF.format(new Date(instant)))}` : '';
}

/** As a field for date and time takes it. */
export function fieldValue(local) {
  return local ? local.slice(0, MINUTES) : '';
}

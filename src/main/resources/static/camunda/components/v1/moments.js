// Moments of the server as people in Vietnam read them, whatever zone the browser is in.
const ZONE = 'Asia/Ho_Chi_Minh';
const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "2026-12-03T14:14:00Z" as "03/12/2026 21:14"; empty for nothing. */
export function momentText(iso) {
  if (!iso) {
    return '';
  }
  const part = Object.fromEntries(PARTS.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

/** The day of it, "03/12/2026". */
export function dayOf(iso) {
  return momentText(iso).slice(0, 10);
}

/** 1234 as "1.234". */
export const numberText = (value) => new Intl.NumberFormat('vi-VN').format(value);

/** "Quá hạn 04 ngày" within a sentence. */
export const within = (text) => text.charAt(0).toLowerCase() + text.slice(1);

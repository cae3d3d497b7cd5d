// Days as people read them.
import { element } from './dom.js';

export const KINDS = { OFF: 'Nghỉ', WORKING: 'Làm bù' };
export const STATUSES = { OFFICIAL: 'Chính thức', STATUTORY: 'Theo luật', UNCONFIRMED: 'Chờ xác nhận' };
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** "2027-02-05" as "Thứ Sáu, 05/02/2027"; empty while it is no day. */
export function dayText(iso) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(iso ?? '') ? new Date(`${iso}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) ? `${WEEKDAYS[day.getUTCDay()]}, ${iso.split('-').reverse().join('/')}` : '';
}

export function statusTag(status) {
  return element('span', { class: `dsh-day-status dsh-${status.toLowerCase()}` }, STATUSES[status]);
}

/** "Nghỉ: Quốc khánh", "Nghỉ hoán đổi" */
export function meaning(day) {
  if (!day) {
    return 'Ngày thường';
  }
  return day.name.startsWith(KINDS[day.kind]) ? day.name : `${KINDS[day.kind]}: ${day.name}`;
}

/** A table that turns into cards on a phone: every cell carries its column's name. */
export function table(columns, rows) {
  return element('table', { class: 'dsh-table' },
    element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...rows));
}

export function cell(column, ...content) {
  return element('td', { 'data-column': column }, ...content);
}

// What is said of planned visits wherever they are shown: period, cell, date, theme, remarks, opinions.
import { table, cell } from './calendar-days.js';
import { element } from './dom.js';
import { momentText } from './moments.js';

const REMARKS = { FAULT: 'Phải sửa: ', COST: 'Lưu ý: ' };

/** That an area is special, and in what; null for the others. */
export function specialTag(place) {
  return place.special ? element('span', { class: 'dsh-special' }, place.specialLabel) : null;
}

/** Faults first: they keep the plan from being sent. */
export function remarkList(remarks) {
  const sorted = [...remarks ?? []].sort((one, other) => Number(one.kind === 'COST') - Number(other.kind === 'COST'));
  return sorted.length === 0 ? null : element('ul', { class: 'dsh-remarks' }, ...sorted.map((remark) =>
    element('li', { class: remark.kind === 'FAULT' ? 'dsh-fault' : 'dsh-cost' }, element('strong', {}, REMARKS[remark.kind]), remark.text)));
}

export function placeText(line) {
  return line.cell ? `${line.cell}, ${line.commune}` : 'Chưa chọn chi bộ';
}

/** Before hosts are asked: what the board has said then is settled afterwards. */
const OPEN = ['DRAFT', 'SENT'];

/** What board and host have said of a line. */
export function opinions(line) {
  return [
    line.boardComment && OPEN.includes(line.state) ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Đề nghị bổ sung: '), line.boardComment) : null,
    line.state === 'OTHER_DATE' ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Nơi có chi bộ đề nghị: '), momentText(line.hostDate),
      line.hostNote ? `. ${line.hostNote}` : '') : null,
  ].filter(Boolean);
}

/** Lines to read; `more(line)` may add nodes below a line. */
export function lineTable(lines, more = () => []) {
  if (lines.length === 0) {
    return element('p', { class: 'dsh-hint' }, 'Chưa có lượt dự nào.');
  }
  return element('div', { class: 'dsh-lines' }, table(['Kỳ', 'Chi bộ', 'Ngày, giờ dự', 'Nội dung', 'Tình trạng'], lines.flatMap((line) => {
    const below = [...opinions(line), remarkList(line.remarks), ...more(line)].filter(Boolean);
    return [element('tr', { class: below.length > 0 ? 'dsh-has-notes' : null },
      cell('Kỳ', capital(line.periodLabel), line.further ? ' (cuộc thêm)' : ''), cell('Chi bộ', placeText(line), ' ', specialTag(line)), cell('Ngày, giờ dự', momentText(line.meetingAt) || 'Chưa chọn'),
      cell('Nội dung', line.theme ?? ''), cell('Tình trạng', line.stateLabel)),
    below.length > 0 ? element('tr', { class: 'dsh-notes' }, element('td', { colspan: 5 }, ...below)) : null].filter(Boolean);
  })));
}

/** Visits in the order of their days. */
export function byDate(lines) {
  return [...lines].sort((one, other) => (one.meetingAt ?? '').localeCompare(other.meetingAt ?? ''));
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "03 dòng" with the two digits of documents. */
export function counted(number, word) {
  return `${String(number).padStart(2, '0')} ${word}`;
}

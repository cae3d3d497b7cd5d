// What is said of planned visits wherever they are shown: period, cell, date, theme, remarks, opinions.
import { table, cell } from './calendar-days.js';
import { element } from './dom.js';
import { fieldValue, momentText } from './moments.js';

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

/** Before hosts are asked: what the board has said then is settled afterwards, unless it asks once more. */
const OPEN = ['DRAFT', 'SENT'];

/** What board and host have said of a line; `asked`: the board waits for an answer. */
export function opinions(line, asked = false) {
  return [
    line.boardComment && (asked || OPEN.includes(line.state)) ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Đề nghị bổ sung: '), line.boardComment) : null,
    line.state === 'OTHER_DATE' ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Nơi có chi bộ đề nghị: '), momentText(line.hostDate),
      line.hostNote ? `. ${line.hostNote}` : '') : null,
  ].filter(Boolean);
}

/** Which visit in force an amended line takes the place of; null for others. */
export function replacedPart(line) {
  const { replaced } = line;
  const changed = replaced && (fieldValue(replaced.meetingAt) !== fieldValue(line.meetingAt) || replaced.cell !== line.cell || replaced.commune !== (line.commune ?? replaced.commune));
  return changed ? element('p', { class: 'dsh-hint' }, `Thay lượt dự ${momentText(replaced.meetingAt)}: ${placeText(replaced)}`) : null;
}

/** That nobody comes any more; null while the visit stands. */
export function gonePart({ gone }) {
  return gone ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, `${gone}.`)) : null;
}

/** Lines to read; `more(line)` may add nodes below a line; `asked` as above. */
export function lineTable(lines, { more = () => [], asked = false } = {}) {
  if (lines.length === 0) {
    return element('p', { class: 'dsh-hint' }, 'Chưa có lượt dự nào.');
  }
  return element('div', { class: 'dsh-lines' }, table(['Kỳ', 'Chi bộ', 'Ngày, giờ dự', 'Nội dung', 'Tình trạng'], lines.flatMap((line) => {
    const below = [line.withdrawn ? null : replacedPart(line), ...opinions(line, asked), remarkList(line.remarks), ...more(line)].filter(Boolean);
    return [element('tr', { class: below.length > 0 ? 'dsh-has-notes' : null },
      cell('Kỳ', capital(line.periodLabel), line.further ? ' (cuộc thêm)' : ''), cell('Chi bộ', placeText(line), ' ', specialTag(line)),
      cell('Ngày, giờ dự', momentText(line.meetingAt) || 'Chưa chọn'), cell('Nội dung', line.theme ?? ''),
      cell('Tình trạng', line.withdrawn ? element('strong', {}, 'Rút khỏi kế hoạch') : line.stateLabel)),
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

// Choosing a cell for one visit: found by a part of its name, with what it costs said before it is taken.
import { post } from './api.js';
import { element } from './dom.js';
import { fieldValue, momentText } from './moments.js';
import { pagedList } from './paged-list.js';
import { remarkList, specialTag } from './plan-lines.js';

const WAIT_MS = 250;
const TIME = 'HH:mm'.length;
const MEETINGS_SHOWN = 6;

/** Most cells meet at the same time on each of their days: "Họp lúc 19:30, các ngày 05/01, 05/02". */
function meetingsText(meetings) {
  if (meetings.length === 0) {
    return 'Không có buổi họp nào trong kỳ';
  }
  const shown = meetings.slice(0, MEETINGS_SHOWN);
  const more = meetings.length > shown.length ? '…' : '';
  const times = new Set(shown.map((meeting) => fieldValue(meeting).slice(-TIME)));
  return times.size > 1 ? `Họp ${shown.map(momentText).join('; ')}${more}`
    : `Họp lúc ${[...times][0]}, các ngày ${shown.map((meeting) => meeting.slice(5, 10).split('-').reverse().join('/')).join(', ')}${more}`;
}

/** Cells for the visit called `title`, found at `address`; `picked` gets the choice, `closed` is called when none is taken. */
export function cellChooser({ title, address, picked, closed }) {
  const cells = pagedList({ list: element('ul', { class: 'dsh-cells' }),
    none: 'Không có chi bộ nào như vậy trong địa bàn: ghi một phần khác của tên chi bộ hoặc tên xã, phường.',
    ask: (page) => post(address, { name: search.value.trim(), page }), append: (list, items) => list.append(...items.map(hit)) });
  const search = element('input', { type: 'search', class: 'form-control', name: 'cell', autocomplete: 'off', maxlength: 100,
    placeholder: 'Ví dụ: xom 4 kim lien', 'aria-label': `Tìm chi bộ cho ${title}`, oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(cells.load, WAIT_MS);
    } });
  let waiting = null;

  function hit(choice) {
    return element('li', {}, element('div', { class: 'dsh-cell-text' },
      element('p', {}, element('strong', {}, choice.cell), `, ${choice.commune} `, specialTag(choice)),
      element('p', { class: 'dsh-hint' }, meetingsText(choice.meetings)),
      element('p', { class: 'dsh-hint' }, choice.lastVisit ? `Lần dự gần nhất: ${choice.lastVisit}` : 'Chưa có đồng chí nào dự'),
      remarkList(choice.remarks)),
    element('button', { type: 'button', class: 'btn btn-default dsh-second', 'aria-label': `Chọn ${choice.cell}, ${choice.commune}`,
      onclick: () => picked(choice) }, 'Chọn'));
  }

  cells.load();
  return { search, node: element('div', { class: 'dsh-editor dsh-chooser', role: 'group', 'aria-label': `Chọn chi bộ cho ${title}` },
    element('p', {}, element('strong', {}, `Chi bộ cho ${title}`)),
    element('p', { class: 'dsh-hint' }, 'Ghi một phần của tên chi bộ hoặc xã, phường, có dấu hay không dấu.'), search, ...cells.nodes,
    element('div', { class: 'dsh-actions' }, element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: closed }, 'Thôi'))) };
}

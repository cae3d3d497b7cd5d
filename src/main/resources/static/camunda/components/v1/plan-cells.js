// Choosing a cell for one visit: found by a part of its name, with what it costs said before it is taken.
import { element } from './dom.js';
import { momentText } from './moments.js';
import { latestOnly } from './page.js';
import { remarkList, specialTag } from './plan-lines.js';

const WAIT_MS = 250;
const MEETINGS_SHOWN = 3;

/** Cells for the visit called `title`, found at `address`; `picked` gets the choice, `closed` is called when none is taken. */
export function cellChooser({ title, address, picked, closed }) {
  const latest = latestOnly();
  const hits = element('ul', { class: 'dsh-cells' });
  const search = element('input', { type: 'search', class: 'form-control', name: 'cell', autocomplete: 'off', maxlength: 100,
    placeholder: 'Ví dụ: xom 4 kim lien', 'aria-label': `Tìm chi bộ cho ${title}`, oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => look(0), WAIT_MS);
    } });
  let waiting = null;

  async function look(page) {
    try {
      const found = await latest(address, { name: search.value.trim(), page });
      if (found) {
        show(found, page);
      }
    } catch (failure) {
      hits.replaceChildren(element('li', { class: 'dsh-problem', role: 'alert' },
        failure.status ? failure.message : 'Chưa tìm được: kiểm tra mạng rồi gõ lại.'));
    }
  }

  function show({ items, more }, page) {
    const shown = items.map(hit);
    if (more) {
      const next = element('li', {}, element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
        next.remove();
        look(page + 1);
      } }, 'Xem tiếp'));
      shown.push(next);
    }
    if (page > 0) {
      hits.append(...shown);
    } else {
      hits.replaceChildren(...(shown.length > 0 ? shown
        : [element('li', { class: 'dsh-hint' }, 'Không có chi bộ nào như vậy trong địa bàn: ghi một phần khác của tên chi bộ hoặc tên xã, phường.')]));
    }
  }

  function hit(choice) {
    const meetings = choice.meetings.slice(0, MEETINGS_SHOWN).map(momentText);
    return element('li', {}, element('div', { class: 'dsh-cell-text' },
      element('p', {}, element('strong', {}, choice.cell), `, ${choice.commune} `, specialTag(choice)),
      element('p', { class: 'dsh-hint' }, meetings.length > 0 ? `Họp: ${meetings.join('; ')}${choice.meetings.length > MEETINGS_SHOWN ? '…' : ''}`
        : 'Không có buổi họp nào trong kỳ'),
      element('p', { class: 'dsh-hint' }, choice.lastVisit ? `Lần dự gần nhất: ${choice.lastVisit}` : 'Chưa có đồng chí nào dự'),
      remarkList(choice.remarks)),
    element('button', { type: 'button', class: 'btn btn-default dsh-second', 'aria-label': `Chọn ${choice.cell}, ${choice.commune}`,
      onclick: () => picked(choice) }, 'Chọn'));
  }

  look(0);
  return { search, node: element('div', { class: 'dsh-editor dsh-chooser', role: 'group', 'aria-label': `Chọn chi bộ cho ${title}` },
    element('p', {}, element('strong', {}, `Chi bộ cho ${title}`)),
    element('p', { class: 'dsh-hint' }, 'Ghi một phần của tên chi bộ hoặc xã, phường, có dấu hay không dấu.'), search, hits,
    element('div', { class: 'dsh-actions' }, element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: closed }, 'Thôi'))) };
}

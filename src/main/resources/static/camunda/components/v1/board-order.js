// What is chosen on the board, and in which order and page it is shown.
import { exchange } from './board-parts.js';
import { element } from './dom.js';
import { numberText } from './moments.js';

export const NOTHING_CHOSEN = { unit: null, kind: null, when: null, step: null, receiver: null, text: '', sort: 'DUE', descending: false, page: 0 };
const FILTERS = ['unit', 'kind', 'when', 'step', 'receiver'];
/** Orders for a phone, where the table has no head. */
const ORDERS = [['DUE', false, 'Hạn, sớm nhất trước'], ['DUE', true, 'Hạn, muộn nhất trước'], ['PERSON', false, 'Đồng chí, nơi giữ việc'], ['UNIT', false, 'Đơn vị'], ['KIND', false, 'Việc']];

export const isFiltered = (chosen) => chosen.text !== '' || FILTERS.some((name) => chosen[name] !== null);

/** Value of aria-sort; null for a column that the rows are not sorted by. */
export function sortState(chosen, sort) {
  if (sort === null || sort !== chosen.sort) {
    return null;
  }
  return chosen.descending ? 'descending' : 'ascending';
}

/** The same column once more turns the order round. */
export function sortButton(name, sort, chosen, changed) {
  const marks = { ascending: ' ▲', descending: ' ▼' };
  return element('button', { type: 'button', class: 'dsh-sort', 'data-key': `sort-${sort}`, onclick: () => {
    Object.assign(chosen, { descending: chosen.sort === sort && !chosen.descending, sort, page: 0 });
    changed();
  } }, name, element('span', { 'aria-hidden': 'true' }, marks[sortState(chosen, sort)] ?? ''));
}

export function orderChoice(chosen, changed) {
  const select = element('select', { name: 'sort', onchange: () => {
    const [sort, descending] = ORDERS[select.selectedIndex];
    Object.assign(chosen, { sort, descending, page: 0 });
    changed();
  } }, ...ORDERS.map(([, , label]) => element('option', {}, label)));
  return {
    node: element('label', { class: 'dsh-order' }, 'Sắp xếp theo', select),
    show: () => { select.selectedIndex = Math.max(0, ORDERS.findIndex(([sort, descending]) => sort === chosen.sort && descending === chosen.descending)); },
  };
}

export function pager(chosen, changed) {
  const node = element('nav', { class: 'dsh-pages', 'aria-label': 'Trang' });
  const go = (key, page, disabled, text) => element('button', { type: 'button', class: 'dsh-button', 'data-key': key, disabled,
    onclick: () => { Object.assign(chosen, { page }); changed(); } }, text);
  return {
    node,
    show({ page, pages }) {
      node.hidden = pages < 2;
      exchange(node, go('before', page - 1, page === 0, 'Trang trước'), element('span', {}, `Trang ${numberText(page + 1)}/${numberText(pages)}`),
        go('after', page + 1, page + 1 >= pages, 'Trang sau'));
    },
  };
}

/** What is chosen, each to take back by itself. */
export function filterTags(chosen, answer, changed, clear) {
  const named = (list, key, value, label) => list.find((each) => each[key] === value)?.[label] ?? String(value);
  const labels = {
    unit: (code) => named(answer.units, 'code', code, 'name'),
    kind: (kind) => named(answer.kinds, 'kind', kind, 'label'),
    when: (when) => (when === 'LATE' ? 'Quá hạn' : 'Đến hạn trong 03 ngày tới'),
    step: (step) => named(answer.steps, 'step', step, 'label'),
    receiver: (id) => named(answer.receivers, 'id', id, 'name'),
  };
  const tags = FILTERS.filter((name) => chosen[name] !== null).map((name) => element('button', { type: 'button', class: 'dsh-tag-off', 'data-key': `tag-${name}`,
    onclick: () => { Object.assign(chosen, { [name]: null, page: 0 }); changed(); } }, labels[name](chosen[name]), element('span', { 'aria-hidden': 'true' }, ' ×'),
  element('span', { class: 'dsh-heard' }, ', bỏ chọn')));
  const several = tags.length + (chosen.text === '' ? 0 : 1) > 1;
  return several ? [...tags, element('button', { type: 'button', class: 'dsh-link', 'data-key': 'tag-all', onclick: clear }, 'Bỏ tất cả')] : tags;
}

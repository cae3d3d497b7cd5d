// The cases behind the numbers: sorted, page by page, chosen for an action.
import { exchange } from './board-parts.js';
import { cell } from './calendar-days.js';
import { element } from './dom.js';
import { dayOf, momentText, numberText } from './moments.js';

/** Columns and what the server sorts them by. */
const COLUMNS = [['Việc', 'KIND'], ['Giữ việc', 'PERSON'], ['Đơn vị', 'UNIT'], ['Hạn', 'DUE'], ['Bậc đôn đốc', null], ['Nơi nhận', null]];
export const NOTHING_CHOSEN = { unit: null, kind: null, when: null, step: null, receiver: null, text: '', sort: 'DUE', descending: false, page: 0 };
const FILTERS = ['unit', 'kind', 'when', 'step', 'receiver'];
/** As many as one request takes. */
const MOST_SELECTED = 200;

/**
 * @param changed  asks anew after `chosen` was changed
 * @param openCase gives for a row the element that leads to its case
 */
export function rowTable({ chosen, changed, openCase, onSelection, clear }) {
  const selected = new Map();
  const filters = element('div', { class: 'dsh-filters' });
  const place = element('div', { class: 'dsh-rows' });
  const pages = element('nav', { class: 'dsh-pages', 'aria-label': 'Trang' });
  let shown = null;
  let whole = null;

  function draw() {
    if (shown.items.length === 0) {
      exchange(place, emptyState());
    } else {
      exchange(place, element('table', { class: 'dsh-table dsh-board-table' }, element('caption', {}, captionOf(shown)), head(),
        element('tbody', {}, ...shown.items.map((row) => line(row, openCase, selectable(row), selected.has(row.taskId), select)))));
    }
    exchange(pages, ...pageButtons());
  }

  function emptyState() {
    const filtered = chosen.text || FILTERS.some((name) => chosen[name] !== null);
    return filtered
      ? element('p', { class: 'dsh-empty' }, 'Không có việc nào khớp những gì đã chọn, đã tìm. ', element('button', { type: 'button', class: 'dsh-button', onclick: clear }, 'Bỏ chọn, xem tất cả'))
      : element('p', { class: 'dsh-empty' }, 'Không có việc nào quá hạn, cũng không có việc nào đến hạn đến hết ngày '
        + `${whole.soonUntil.split('-').reverse().join('/')} trong phạm vi đồng chí theo dõi. Việc sắp đến hạn tự hiện ra ở đây.`);
  }

  function head() {
    return element('thead', {}, element('tr', {}, whole.scope.mayAct ? element('th', { scope: 'col', class: 'dsh-check' }, allBox()) : null,
      ...COLUMNS.map(([name, sort]) => element('th', { scope: 'col', 'data-heads': name, 'aria-sort': sortOf(sort) }, sort ? sortButton(name, sort) : name))));
  }

  function sortOf(sort) {
    return sort !== null && sort === chosen.sort ? (chosen.descending ? 'descending' : 'ascending') : null;
  }

  function sortButton(name, sort) {
    const mark = chosen.sort === sort ? (chosen.descending ? ' ▼' : ' ▲') : '';
    return element('button', { type: 'button', class: 'dsh-sort', 'data-key': `sort-${sort}`, onclick: () => {
      Object.assign(chosen, { descending: chosen.sort === sort && !chosen.descending, sort, page: 0 });
      changed();
    } }, name, element('span', { 'aria-hidden': 'true' }, mark));
  }

  const selectable = (row) => whole.scope.mayAct && row.actions.length > 0;

  function allBox() {
    const able = shown.items.filter(selectable);
    const all = able.length > 0 && able.every((row) => selected.has(row.taskId));
    const box = element('input', { type: 'checkbox', 'data-key': 'all', 'aria-label': 'Chọn tất cả việc trên trang này', disabled: able.length === 0,
      onchange: () => { able.forEach((row) => mark(row, box.checked)); selectionChanged(); } });
    box.checked = all;
    return box;
  }

  function select(row, on) {
    mark(row, on);
    selectionChanged();
  }

  function mark(row, on) {
    if (!on) {
      selected.delete(row.taskId);
    } else if (selected.size < MOST_SELECTED) {
      selected.set(row.taskId, row);
    }
  }

  function selectionChanged() {
    draw();
    onSelection();
  }

  function pageButtons() {
    if (shown.pages < 2) {
      return [];
    }
    const go = (page) => () => { Object.assign(chosen, { page }); changed(); };
    return [element('button', { type: 'button', class: 'dsh-button', 'data-key': 'before', disabled: shown.page === 0, onclick: go(shown.page - 1) }, 'Trang trước'),
      element('span', {}, `Trang ${numberText(shown.page + 1)}/${numberText(shown.pages)}`),
      element('button', { type: 'button', class: 'dsh-button', 'data-key': 'after', disabled: shown.page + 1 >= shown.pages, onclick: go(shown.page + 1) }, 'Trang sau')];
  }

  return {
    node: element('div', {}, filters, place, pages),
    selected: {
      rows: () => [...selected.values()],
      drop: (taskIds) => { taskIds.forEach((id) => selected.delete(id)); if (shown) draw(); },
    },
    showChosen(answer) {
      whole = answer;
      exchange(filters, ...filterTags(chosen, answer, changed, clear));
    },
    show(rows) {
      shown = rows;
      shown.items.filter((row) => selected.has(row.taskId)).forEach((row) => selected.set(row.taskId, row));
      draw();
    },
  };
}

function captionOf(rows) {
  return `${numberText(rows.total)} việc`;
}

function line(row, openCase, selectable, isSelected, select) {
  const box = selectable ? element('input', { type: 'checkbox', 'data-key': `row-${row.taskId}`, 'aria-label': `Chọn: ${row.title}, ${row.who ?? row.unitName}`,
    onchange: (event) => select(row, event.target.checked) }) : null;
  if (box) {
    box.checked = isSelected;
  }
  return element('tr', { class: isSelected ? 'dsh-row-changed' : null, 'data-task': row.taskId },
    box ? element('td', { class: 'dsh-check' }, box) : null,
    ...cells(row, openCase));
}

function cells(row, openCase) {
  const limit = element('td', { 'data-column': 'Hạn' }, element('strong', { class: row.late ? 'dsh-late-text' : 'dsh-soon-text' }, row.dueText),
    element('small', {}, `Hạn: ${momentText(row.dueAt)}`));
  return [cell('Việc', openCase(row), element('small', {}, row.subject ?? row.kindLabel)),
    cell('Giữ việc', row.who ? `${row.isBody ? '' : 'Đồng chí '}${row.who}` : 'Chưa rõ', row.holder ? element('small', {}, `Đang xử lý: đồng chí ${row.holder}`) : ''),
    cell('Đơn vị', row.unitName), limit,
    cell('Bậc đôn đốc', row.stepLabel ?? '', row.urged > 0 ? element('small', {}, `Đã đôn đốc ${numberText(row.urged)} lần, gần nhất ${dayOf(row.urgedAt)}`) : ''),
    cell('Nơi nhận', row.receiver ?? '')];
}

/** What is chosen, each to take back by itself. */
function filterTags(chosen, answer, changed, clear) {
  const labels = {
    unit: (code) => answer.units.find((each) => each.code === code)?.name ?? code,
    kind: (kind) => answer.kinds.find((each) => each.kind === kind)?.label ?? kind,
    when: (when) => (when === 'LATE' ? 'Quá hạn' : 'Đến hạn trong 03 ngày tới'),
    step: (step) => answer.steps.find((each) => each.step === step)?.label ?? step,
    receiver: (id) => answer.receivers.find((each) => each.id === id)?.name ?? 'Nơi nhận đã chọn',
  };
  const tags = FILTERS.filter((name) => chosen[name] !== null).map((name) => element('button', { type: 'button', class: 'dsh-tag-off', 'data-key': `tag-${name}`,
    onclick: () => { Object.assign(chosen, { [name]: null, page: 0 }); changed(); } }, labels[name](chosen[name]), element('span', { 'aria-hidden': 'true' }, ' ×'),
  element('span', { class: 'dsh-heard' }, ', bỏ chọn')));
  return tags.length > 1 || (tags.length > 0 && chosen.text) ? [...tags, element('button', { type: 'button', class: 'dsh-link', 'data-key': 'tag-all', onclick: clear }, 'Bỏ tất cả')] : tags;
}

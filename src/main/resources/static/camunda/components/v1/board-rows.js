// The cases behind the numbers: sorted, page by page, chosen for an action.
import { filterTags, isFiltered, orderChoice, pager, sortButton, sortState } from './board-order.js';
import { exchange } from './board-parts.js';
import { selection } from './board-selection.js';
import { cell } from './calendar-days.js';
import { element } from './dom.js';
import { dayOf, instantText, numberText } from './moments.js';

/** Columns and what the server sorts them by. */
const COLUMNS = [['Việc', 'KIND'], ['Giữ việc', 'PERSON'], ['Đơn vị', 'UNIT'], ['Hạn', 'DUE'], ['Bậc đôn đốc', null], ['Nơi nhận', null]];

/**
 * @param changed     asks anew after `chosen` was changed
 * @param openCase    gives for a row the element that leads to its case
 * @param onSelection is told when other rows are chosen
 * @param clear       takes every choice back
 */
export function rowTable({ chosen, changed, openCase, onSelection, clear }) {
  const selected = selection();
  const filters = element('div', { class: 'dsh-filters' });
  const place = element('div', { class: 'dsh-rows' });
  const pages = pager(chosen, changed);
  const order = orderChoice(chosen, changed);
  let shown = null;
  let whole = null;

  function draw() {
    const mayAct = whole.scope.mayAct;
    exchange(place, shown.items.length === 0 ? emptyState(chosen, whole.soonUntil, clear)
      : element('table', { class: 'dsh-table dsh-board-table' }, element('caption', {}, `${numberText(shown.total)} việc`),
        head(chosen, changed, mayAct ? selected.boxOfAll(shown.items, selectionChanged) : null),
        element('tbody', {}, ...shown.items.map((row) => line(row, openCase, selected, mayAct ? selectionChanged : null)))));
    pages.show(shown);
  }

  function selectionChanged() {
    draw();
    onSelection();
  }

  return {
    node: element('div', {}, filters, order.node, place, pages.node),
    selected: { rows: selected.rows, drop: (taskIds) => { selected.drop(taskIds); if (shown) draw(); } },
    showChosen(answer) {
      whole = answer;
      order.show();
      exchange(filters, ...filterTags(chosen, answer, changed, clear));
    },
    show(rows) {
      shown = rows;
      selected.renew(rows.items);
      draw();
    },
  };
}

function emptyState(chosen, soonUntil, clear) {
  return isFiltered(chosen)
    ? element('p', { class: 'dsh-empty' }, 'Không có việc nào khớp những gì đã chọn, đã tìm. ', element('button', { type: 'button', class: 'dsh-button', onclick: clear }, 'Bỏ chọn, xem tất cả'))
    : element('p', { class: 'dsh-empty' }, `Từ nay đến hết ngày ${soonUntil.split('-').reverse().join('/')} không có việc nào đến hạn, và không có việc nào quá hạn, `
      + 'trong phạm vi đồng chí theo dõi. Việc sắp đến hạn tự hiện ra ở đây.');
}

function head(chosen, changed, boxOfAll) {
  return element('thead', {}, element('tr', {}, boxOfAll ? element('th', { scope: 'col', class: 'dsh-check' }, boxOfAll) : null,
    ...COLUMNS.map(([name, sort]) => element('th', { scope: 'col', 'data-heads': name, 'aria-sort': sortState(chosen, sort) },
      sort ? sortButton(name, sort, chosen, changed) : name))));
}

function line(row, openCase, selected, selectionChanged) {
  const box = selectionChanged ? element('td', { class: 'dsh-check' }, selected.boxOf(row, selectionChanged)) : null;
  return element('tr', { class: selected.has(row) ? 'dsh-row-changed' : null, 'data-task': row.taskId }, box, ...cells(row, openCase));
}

function cells(row, openCase) {
  return [cell('Việc', openCase(row), element('small', {}, row.subject ?? row.kindLabel)),
    cell('Giữ việc', row.who ? `${row.isBody ? '' : 'Đồng chí '}${row.who}` : 'Chưa rõ', row.holder ? element('small', {}, `Đang xử lý: đồng chí ${row.holder}`) : ''),
    cell('Đơn vị', row.unitName ?? ''),
    cell('Hạn', element('strong', { class: row.late ? 'dsh-late-text' : 'dsh-soon-text' }, row.dueText), element('small', {}, `Hạn: ${instantText(row.dueAt)}`)),
    cell('Bậc đôn đốc', row.stepLabel ?? '', row.urged > 0 ? element('small', {}, `Đã đôn đốc ${numberText(row.urged)} lần, gần nhất ${dayOf(row.urgedAt)}`) : ''),
    cell('Nơi nhận', row.receiver ?? '')];
}

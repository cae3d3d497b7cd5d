// The board "Theo dõi, đôn đốc": what is late, what falls due soon, where, and what can be done about it.
import { download, post } from './api.js';
import { actionBar } from './board-actions.js';
import { choices, figures, unitTree } from './board-figures.js';
import { NOTHING_CHOSEN } from './board-order.js';
import { sentenceOf } from './board-parts.js';
import { rowTable } from './board-rows.js';
import { systemStrip } from './board-system.js';
import { trendPanel } from './board-trend.js';
import { element, useStyles } from './dom.js';
import { instantText } from './moments.js';
import { keepFresh } from './refresh.js';

const TYPING_PAUSE_MS = 300;
/** Whoever logs in next begins anew. */
const LOGIN = '#/login';
const FILE = 'theo-doi-don-doc.xlsx';

/** What was chosen stays so when somebody comes back from a case. */
const kept = { ...NOTHING_CHOSEN };

/**
 * Shows the board in `place`.
 *
 * @param openCase gives for a row the element that leads to its case
 * @returns what ends it
 */
export function mount(place, openCase) {
  useStyles('board.css');
  const chosen = kept;
  const parts = partsOf(chosen, openCase, { choose, changed, saveTable, refresh: () => fresh.now() });
  place.replaceChildren(parts.node);
  let asked = 0;
  const fresh = keepFresh(() => load(false));

  /** Everything, or the rows only: numbers and trend do not depend on what is chosen. */
  async function load(rowsOnly) {
    asked += 1;
    const question = asked;
    try {
      const answer = await post('/supervision/board', { ...chosen, rowsOnly });
      if (question === asked && beyondLastPage(answer.rows)) {
        await changed();
      } else if (question === asked || !rowsOnly) {
        parts.show(answer, question === asked);
      }
    } catch (failure) {
      parts.failed(failure);
    }
  }

  /** What was on the last page may have been done meanwhile. */
  function beyondLastPage({ page, pages }) {
    const beyond = pages > 0 && page >= pages;
    if (beyond) {
      chosen.page = pages - 1;
    }
    return beyond;
  }

  /** A new choice begins on the first page. */
  function choose(change) {
    Object.assign(chosen, { page: 0 }, change);
    changed();
  }

  function changed() {
    parts.showChosen();
    return load(true);
  }

  function saveTable() {
    return download('/supervision/export', { ...chosen, rowsOnly: true }, FILE);
  }

  return () => {
    fresh.stop();
    if (window.location.hash.startsWith(LOGIN)) {
      Object.assign(kept, NOTHING_CHOSEN);
    }
  };
}

function partsOf(chosen, openCase, { choose, changed, saveTable, refresh }) {
  const status = statusLine(refresh);
  const numbers = figures(chosen, choose);
  const units = unitTree(chosen, choose);
  const lists = choices(chosen, choose);
  const months = trendPanel();
  const system = systemStrip();
  const search = searchField(chosen, choose);
  const rows = rowTable({ chosen, changed, openCase, onSelection: () => bar.show(), clear: () => { search.clear(); choose({ ...NOTHING_CHOSEN }); } });
  const bar = actionBar(rows.selected, refresh);
  const body = element('div', { class: 'dsh-board-body', hidden: true }, system.node,
    element('div', { class: 'dsh-board-columns' },
      element('div', { class: 'dsh-board-side' }, numbers.node, units.node, ...lists.nodes),
      element('div', { class: 'dsh-board-main' }, months.node,
        element('div', { class: 'dsh-board-tools' }, search.node, saveButton(saveTable)), bar.node, rows.node)));
  let latest = null;

  function showChosen() {
    numbers.show(latest);
    units.show(latest.units);
    lists.show(latest);
    rows.showChosen(latest);
  }

  return {
    node: element('section', { class: 'dsh-board', 'aria-labelledby': 'dsh-board-title' }, status.node, body),
    showChosen: () => { if (latest) showChosen(); },
    show(answer, rowsToo) {
      body.hidden = false;
      status.seen(answer.asOf);
      latest = answer.units ? answer : { ...latest, ...known(answer) };
      showChosen();
      if (rowsToo) {
        rows.show(answer.rows);
      }
      months.show(latest.trend);
      system.show(latest.system);
      bar.allow(latest.scope.mayAct);
    },
    failed: status.failed,
  };
}

/** What an answer without the numbers does not say stays as it was. */
function known(answer) {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));
}

function statusLine(refresh) {
  const seen = element('p', { class: 'dsh-board-seen', role: 'status' }, 'Đang tải số liệu…');
  const error = element('p', { class: 'dsh-board-error', role: 'alert', hidden: true });
  const again = element('button', { type: 'button', class: 'dsh-button', onclick: refresh }, 'Cập nhật ngay');
  let last = null;
  return {
    node: element('div', { class: 'dsh-board-head' }, element('h1', { id: 'dsh-board-title' }, 'Theo dõi, đôn đốc'), seen, again, error),
    seen(moment) {
      last = moment;
      error.hidden = true;
      seen.textContent = `Số liệu lúc ${instantText(moment)}, tự cập nhật mỗi phút`;
    },
    failed(failure) {
      error.hidden = false;
      error.textContent = sentenceOf(failure);
      seen.textContent = last ? `Số liệu lúc ${instantText(last)}, chưa cập nhật được` : '';
    },
  };
}

function searchField(chosen, choose) {
  let timer;
  const input = element('input', { type: 'search', id: 'dsh-board-search', maxlength: 200, value: chosen.text, placeholder: 'Có dấu hoặc không dấu',
    oninput: () => { clearTimeout(timer); timer = setTimeout(() => choose({ text: input.value }), TYPING_PAUSE_MS); } });
  return {
    node: element('div', { class: 'dsh-board-search' }, element('label', { for: 'dsh-board-search' }, 'Tìm đồng chí, chi bộ, việc'), input),
    clear: () => { clearTimeout(timer); input.value = ''; },
  };
}

function saveButton(save) {
  const error = element('span', { class: 'dsh-board-problem', role: 'alert' });
  const button = element('button', { type: 'button', class: 'dsh-button', onclick: async () => {
    button.disabled = true;
    error.textContent = '';
    try {
      await save();
    } catch (failure) {
      error.textContent = sentenceOf(failure);
    } finally {
      button.disabled = false;
    }
  } }, 'Tải bảng Excel');
  return element('div', { class: 'dsh-board-save' }, button, error);
}

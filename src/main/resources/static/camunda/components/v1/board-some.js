// The cases of one version of a process, without the rest of the board.
import { post } from './api.js';
import { caseLink } from './board-case.js';
import { NOTHING_CHOSEN } from './board-order.js';
import { sentenceOf } from './board-parts.js';
import { rowTable } from './board-rows.js';
import { element } from './dom.js';

/** Shows the first page in `place`; sorting and paging ask anew. */
export function rowsOf(place, definitionId) {
  const chosen = { ...NOTHING_CHOSEN, definitionId };
  const rows = rowTable({ chosen, changed: load, openCase: caseLink, onSelection: () => {}, clear: () => {} });
  const error = element('p', { class: 'dsh-board-error', role: 'alert', hidden: true });
  place.replaceChildren(error, rows.node);
  return load();

  async function load() {
    try {
      const answer = await post('/supervision/board', { ...chosen, rowsOnly: true });
      error.hidden = true;
      // Actions are taken on the board, where all of them are.
      rows.showChosen({ ...answer, units: [], kinds: [], steps: [], receivers: [], scope: { ...answer.scope, mayAct: false } });
      rows.show(answer.rows);
    } catch (failure) {
      error.hidden = false;
      error.textContent = sentenceOf(failure);
    }
  }
}

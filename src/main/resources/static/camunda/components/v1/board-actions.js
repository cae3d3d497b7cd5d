// What can be done about the chosen cases: urge, give more time, hand over, excuse. Each asks first, inside the page.
import { excuseForm, handOverForm, urgeForm } from './board-forms.js';
import { extendForm } from './board-extend.js';
import { element } from './dom.js';
import { numberText, within } from './moments.js';

const ACTIONS = [['URGE', 'Đôn đốc', urgeForm], ['EXTEND', 'Gia hạn', extendForm], ['HAND_OVER', 'Chuyển đồng chí khác', handOverForm],
  ['EXCUSE', 'Ghi nhận có lý do', excuseForm]];

/** @param selected the chosen rows; @param refresh shows the board as it is afterwards */
export function actionBar(selected, refresh) {
  const words = element('p', { class: 'dsh-chosen-count', role: 'status' });
  const buttons = element('div', { class: 'dsh-action-buttons' });
  const place = element('div', { class: 'dsh-action-place' });
  const node = element('section', { class: 'dsh-action-bar', 'aria-label': 'Việc đã chọn', hidden: true }, words, buttons, place);
  const made = ACTIONS.map(([action, text, form]) => [action, element('button', { type: 'button', class: 'dsh-button', onclick: () => open(action, text, form) }, text)]);
  const none = element('button', { type: 'button', class: 'dsh-link', onclick: () => { selected.drop(selected.rows().map((row) => row.taskId)); show(); } }, 'Bỏ chọn');
  buttons.append(...made.map(([, button]) => button), none);
  let allowed = false;

  function show() {
    const rows = selected.rows();
    node.hidden = !allowed || (rows.length === 0 && place.childElementCount === 0);
    words.textContent = rows.length > 0 ? `Đã chọn ${numberText(rows.length)} việc` : '';
    buttons.hidden = rows.length === 0;
    made.forEach(([action, button]) => { button.disabled = !rows.some((row) => row.actions.includes(action)); });
  }

  function open(action, title, form) {
    const all = selected.rows();
    const rows = all.filter((row) => row.actions.includes(action));
    const note = rows.length < all.length ? `${numberText(all.length - rows.length)} việc đã chọn không làm được thao tác này, hệ thống bỏ qua.` : null;
    const shown = form(rows, { done: (answer) => done(title, answer), close });
    place.replaceChildren(element('div', { class: 'dsh-action-form' }, element('h2', { tabindex: -1 }, `${title}: ${numberText(rows.length)} việc`),
      whom(rows), note ? element('p', { class: 'dsh-board-hint' }, note) : null, shown));
    place.querySelector('h2').focus();
  }

  function close() {
    place.replaceChildren();
    show();
    made.find(([, button]) => !button.disabled)?.[1].focus();
  }

  /** What became of each row stays until it is closed; what was refused stays chosen. */
  function done(title, answer) {
    selected.drop(answer.rows.filter((row) => row.outcome !== 'REFUSED').map((row) => row.taskId));
    const refused = answer.rows.filter((row) => row.outcome !== 'DONE');
    place.replaceChildren(element('div', { class: 'dsh-action-form' },
      element('h2', { tabindex: -1 }, `${title}: đã ghi nhận ${numberText(answer.done)} việc${refused.length > 0 ? `, ${numberText(refused.length)} việc chưa được` : ''}`),
      element('ul', { class: 'dsh-results' }, ...answer.rows.map(result)),
      element('button', { type: 'button', class: 'dsh-button', onclick: close }, 'Đóng')));
    place.querySelector('h2').focus();
    show();
    refresh();
  }

  return { node, show, allow: (may) => { allowed = may; show(); } };
}

function result(row) {
  const done = row.outcome === 'DONE';
  return element('li', { class: done ? 'dsh-done' : 'dsh-not-done' }, element('strong', {}, done ? 'Đã ghi nhận' : 'Chưa được'),
    row.title ? `: ${row.title}` : '', row.message ? element('p', {}, row.message) : null);
}

/** The first of them by name, the others on demand. */
function whom(rows) {
  const names = rows.map((row) => element('li', {}, `${row.who ? `${row.isBody ? '' : 'Đồng chí '}${row.who}: ` : ''}${row.title}, ${within(row.dueText)}`));
  const few = 5;
  return element('div', {}, element('ul', { class: 'dsh-whom' }, ...names.slice(0, few)),
    names.length > few ? element('details', {}, element('summary', {}, `Xem thêm ${numberText(names.length - few)} việc`), element('ul', { class: 'dsh-whom' }, ...names.slice(few))) : null);
}

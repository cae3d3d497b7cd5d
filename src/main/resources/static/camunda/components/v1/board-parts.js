// Small things that all parts of the board share.
import { get } from './api.js';
import { element, useStyles } from './dom.js';
import { numberText } from './moments.js';
import { keepFresh } from './refresh.js';

const NO_ANSWER = 'Hệ thống chưa trả lời: kiểm tra mạng, hệ thống tự thử lại sau một phút.';

/** Why something was not done or shown. */
export function sentenceOf(failure) {
  return failure.status ? failure.message : NO_ANSWER;
}

/** Puts new nodes in the place of the old; who stands on one of them with the keyboard stays on its successor. */
export function exchange(place, ...nodes) {
  const held = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...nodes);
  if (held) {
    [...place.querySelectorAll('[data-key]')].find((node) => node.dataset.key === held)?.focus({ preventScroll: true });
  }
}

/** Does nothing while nothing has changed, so that a screen stands still that has nothing new to say. */
export function onlyWhenNew(show) {
  let last = null;
  return (...values) => {
    const now = JSON.stringify(values);
    if (now !== last) {
      last = now;
      show(...values);
    }
  };
}

/** A choice that is on or off. */
export function toggle(key, pressed, onclick, ...content) {
  return element('button', { type: 'button', class: 'dsh-choice', 'aria-pressed': String(pressed), 'data-key': key, onclick }, ...content);
}

/** Late and due soon, as numbers with a word for who does not see colours. */
export function counts(late, soon) {
  return [count('dsh-late-count', late, 'quá hạn'), soon === null ? null : count('dsh-soon-count', soon, 'sắp đến hạn')];
}

function count(kind, number, word) {
  return element('span', { class: number > 0 ? kind : 'dsh-no-count' }, numberText(number), element('span', { class: 'dsh-heard' }, ` ${word} `));
}

/** A part with a heading that can be folded away on a phone. */
export function panel(title, ...content) {
  return element('details', { class: 'dsh-panel', open: !window.matchMedia('(max-width: 800px)').matches },
    element('summary', {}, element('h2', {}, title)), ...content);
}

/**
 * A part that shows what `ask` gives and asks again every minute while somebody looks; says so while it waits, and when
 * it gets no answer. `refused` may know better than the server what to say.
 *
 * @returns what ends it
 */
export function livePart(place, { name, kind, ask, show, refused = () => null }) {
  useStyles('board.css');
  const content = element('div', {}, element('p', { role: 'status' }, 'Đang tải số liệu…'));
  place.replaceChildren(element('section', { class: `dsh-board ${kind}`, 'aria-label': name }, content));
  const fresh = keepFresh(async () => {
    try {
      exchange(content, ...show(await ask()));
    } catch (failure) {
      exchange(content, refused(failure) ?? element('p', { class: 'dsh-board-error', role: 'alert' }, sentenceOf(failure)));
    }
  });
  return () => fresh.stop();
}

const SHARED_MS = 5_000;
const answers = new Map();

/** Several parts of one screen ask for the same at the same moment: one request serves them. */
export function sharedGet(path) {
  const known = answers.get(path);
  if (known && Date.now() - known.at < SHARED_MS) {
    return known.answer;
  }
  const answer = get(path);
  answers.clear();
  answers.set(path, { at: Date.now(), answer });
  return answer;
}

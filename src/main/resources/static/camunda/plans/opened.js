// A part of a page that is fetched when it is opened first.
import { element } from '/camunda/components/v1/dom.js';
import { sayRefused } from '/camunda/components/v1/page.js';

/** A button called `text` that shows and hides `inside`; `fill` fetches what belongs there, once. */
export function opened(text, inside, fill) {
  const button = element('button', { type: 'button', class: 'second', 'aria-expanded': 'false', onclick: async () => {
    button.disabled = true;
    try {
      if (inside.children.length === 0) {
        await fill();
      } else {
        inside.hidden = !inside.hidden;
      }
      button.textContent = inside.hidden ? text : 'Thu gọn';
      button.setAttribute('aria-expanded', String(!inside.hidden));
    } catch (failure) {
      sayRefused(failure);
    } finally {
      button.disabled = false;
    }
  } }, text);
  return element('div', { class: 'bar' }, button);
}

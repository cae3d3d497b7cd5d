// Limits that move, unit by unit; a unit's limits are fetched page by page once it is opened.
import { get } from './api.js';
import { element } from './dom.js';

const PAGE = 50;

/** A unit with what is counted in it; `address(page)` says where its limits are, `item` shows one of them. */
export function unitDetails(unitName, counts, address, item) {
  const list = element('ul', { class: 'dsh-changes' });
  const more = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: next }, 'Xem tiếp');
  let page = 0;

  async function next() {
    more.disabled = true;
    try {
      const limits = await get(address(page));
      list.append(...limits.map(item));
      page += 1;
      more.hidden = limits.length < PAGE;
    } finally {
      more.disabled = false;
    }
  }

  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', ');
  return element('details', { ontoggle: (event) => { if (event.target.open && page === 0) next(); } },
    element('summary', {}, element('strong', {}, unitName), `: ${words}`), list, more);
}

/** One limit: whose, from when to when, why. */
export function limitItem(subject, change, why) {
  return element('li', {}, subject, element('p', {}, element('strong', {}, change)), element('p', { class: 'dsh-hint' }, why));
}

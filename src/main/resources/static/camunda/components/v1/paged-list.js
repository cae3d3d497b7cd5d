// A list that is fetched page by page; only the answer to the latest question is shown.
import { element } from './dom.js';

/**
 * `ask(page)` fetches {items, more}; `append(list, items)` puts them into the list, `none` is the sentence for an empty one.
 * Gives {nodes, load}: `load()` begins anew.
 */
export function pagedList({ list, ask, append, none }) {
  const error = element('p', { class: 'dsh-problem', role: 'alert', hidden: true });
  const more = element('button', { type: 'button', class: 'btn btn-default dsh-second', hidden: true, onclick: () => fetchPage(page + 1) }, 'Xem tiếp');
  let page = 0;
  let asked = 0;

  async function fetchPage(wanted) {
    asked += 1;
    const question = asked;
    more.disabled = true;
    error.hidden = true;
    try {
      const found = await ask(wanted);
      if (question === asked) {
        show(found, wanted);
      }
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure.status ? failure.message : 'Chưa tải được danh sách: kiểm tra mạng rồi thử lại.';
    } finally {
      more.disabled = false;
    }
  }

  function show(found, wanted) {
    page = wanted;
    more.hidden = !found.more;
    if (page === 0) {
      list.replaceChildren();
    }
    append(list, found.items);
    if (page === 0 && found.items.length === 0) {
      list.append(element(list.tagName === 'UL' ? 'li' : 'p', {}, none));
    }
  }

  return { nodes: [error, list, more], load: () => fetchPage(0) };
}

// Choosing communes: found by a part of the name, with or without tone marks, kept as a list.
import { element } from './dom.js';
import { latestOnly } from './page.js';

const WAIT_MS = 250;

/** The field, and what is chosen: code and name by code. */
export function communeField() {
  const chosen = new Map();
  const ask = latestOnly();
  const list = element('ul', { class: 'dsh-chosen', 'aria-label': 'Đã chọn' });
  const hits = element('div', { class: 'dsh-hits', role: 'group', 'aria-label': 'Tìm được' });
  const search = element('input', { type: 'search', class: 'form-control', id: 'dsh-communes', name: 'commune', autocomplete: 'off',
    maxlength: 100, placeholder: 'Ví dụ: kim lien', oninput: later });
  let waiting = null;

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(0), WAIT_MS);
  }

  async function find(page) {
    try {
      const found = await ask(`/attendance/extensions/communes?name=${encodeURIComponent(search.value.trim())}&page=${page}`);
      if (found) {
        showHits(found, page);
      }
    } catch (failure) {
      hits.replaceChildren(element('p', { class: 'dsh-problem', role: 'alert' },
        failure.status ? failure.message : 'Chưa tìm được: kiểm tra mạng rồi gõ lại.'));
    }
  }

  function showHits(found, page) {
    const boxes = found.items.map((hit) => element('label', { class: 'dsh-hit' }, element('input', { type: 'checkbox',
      value: hit.code, checked: chosen.has(hit.code), onchange: (event) => (event.target.checked ? add(hit) : remove(hit.code)) }), ` ${hit.name}`));
    const more = found.more ? element('button', { type: 'button', class: 'btn btn-link dsh-small', onclick: (event) => {
      event.target.remove();
      find(page + 1);
    } }, 'Xem tiếp') : null;
    const shown = [...boxes, more].filter(Boolean);
    if (page > 0) {
      hits.append(...shown);
    } else {
      hits.replaceChildren(...(shown.length > 0 ? shown
        : [element('p', { class: 'dsh-hint' }, 'Không tìm được xã, phường nào trong phạm vi của đồng chí.')]));
    }
  }

  function add(hit) {
    chosen.set(hit.code, hit.name);
    showChosen();
  }

  function remove(code) {
    chosen.delete(code);
    const box = [...hits.querySelectorAll('input')].find((each) => each.value === code);
    if (box) {
      box.checked = false;
    }
    showChosen();
  }

  function showChosen() {
    list.replaceChildren(...[...chosen].map(([code, name]) => element('li', {}, name,
      element('button', { type: 'button', class: 'btn btn-link dsh-small', 'aria-label': `Bỏ ${name}`, onclick: () => remove(code) }, 'Bỏ'))));
  }

  find(0);
  return { chosen, field: element('div', { class: 'dsh-field' }, element('label', { for: 'dsh-communes' }, 'Xã, phường được gia hạn'),
    search, element('p', { class: 'dsh-hint' }, 'Gõ một phần của tên, có dấu hay không dấu, rồi đánh dấu các xã, phường.'), hits, list) };
}

// Who of the unit owes a visit and has no cell, and why; hidden when there is nobody.
import { get } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { sayRefused } from '/camunda/components/v1/page.js';

const at = (id) => document.getElementById(id);

async function show(page) {
  try {
    const found = await get(`/duties/without-cell?page=${page}`);
    at('without-cell').hidden = page === 0 && found.items.length === 0;
    at('without-cell-list').append(...found.items.map((duty) => element('li', {}, element('strong', {}, `Đồng chí ${duty.person}`),
      element('p', {}, `${duty.unit}, ${duty.period}`), element('p', { class: 'limit' }, duty.problem))));
    at('without-cell-more').hidden = !found.more;
    at('without-cell-more').onclick = () => show(page + 1);
  } catch (failure) {
    sayRefused(failure);
  }
}

show(0);

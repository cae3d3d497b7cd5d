// The board in ten seconds, for Cockpit's dashboard: the numbers, where most is late, the way to the rest.
import { post } from './api.js';
import { livePart } from './board-parts.js';
import { element } from './dom.js';
import { dayOf, instantText, numberText } from './moments.js';

const MOST_UNITS = 5;

/** @returns what ends it */
export function mount(place, boardAddress) {
  return livePart(place, { name: 'Theo dõi, đôn đốc', kind: 'dsh-compact', ask: () => post('/supervision/board', {}), show: (answer) => summary(answer, boardAddress) });
}

function summary(answer, boardAddress) {
  const { totals, units, system } = answer;
  const nothing = totals.late + totals.soon === 0;
  return [element('div', { class: 'dsh-figures' },
    figure('dsh-late-figure', totals.late, 'quá hạn', totals.late > 0 ? `Lâu nhất: hạn ${dayOf(totals.oldestDueAt)}` : ''),
    figure('dsh-soon-figure', totals.soon, 'đến hạn trong 03 ngày tới', '')),
  nothing ? element('p', {}, 'Không có việc nào quá hạn, không có việc nào sắp đến hạn trong phạm vi đồng chí theo dõi.') : null,
  mostLate(units),
  system?.stuck > 0 ? element('p', { class: 'dsh-board-error' }, `Hệ thống đang kẹt: ${numberText(system.stuck)}. Cách xử lý ở trang Theo dõi, đôn đốc.`) : null,
  element('p', {}, element('a', { href: boardAddress, class: 'dsh-button dsh-button-main', 'data-key': 'board' }, 'Mở Theo dõi, đôn đốc')),
  element('p', { class: 'dsh-board-hint' }, `Số liệu lúc ${instantText(answer.asOf)}`)].filter(Boolean);
}

function figure(kind, number, label, note) {
  return element('div', { class: 'dsh-choice' }, element('strong', { class: number > 0 ? kind : '' }, numberText(number)), element('span', {}, label), element('small', {}, note));
}

/** Units by what is late in themselves: those above would only repeat those below. */
function mostLate(units) {
  const most = units.filter((unit) => unit.late > 0).sort((one, other) => other.late - one.late).slice(0, MOST_UNITS);
  return most.length === 0 ? null : element('div', {}, element('h3', {}, 'Đơn vị có nhiều việc quá hạn nhất'),
    element('ol', { class: 'dsh-most' }, ...most.map((unit) => element('li', {}, element('span', {}, unit.name), ' ', element('strong', {}, numberText(unit.late))))));
}

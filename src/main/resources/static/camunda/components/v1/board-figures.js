// The numbers of the board: in all, by unit, by kind, by step of the ladder, by receiving body. Each number is a choice.
import { counts, exchange, onlyWhenNew, panel, toggle } from './board-parts.js';
import { element } from './dom.js';
import { dayOf, numberText } from './moments.js';

const HEADS = element('p', { class: 'dsh-counts-head', 'aria-hidden': 'true' }, element('span', {}, 'Quá hạn'), element('span', {}, 'Sắp đến hạn'));

/** The same choice once more takes it back. */
const next = (chosen, name, value) => ({ [name]: chosen[name] === value ? null : value });

export function figures(chosen, choose) {
  const node = element('div', { class: 'dsh-figures', role: 'group', 'aria-label': 'Quá hạn, sắp đến hạn' });
  const one = (when, kind, number, label, note) => toggle(`when-${when}`, chosen.when === when, () => choose(next(chosen, 'when', when)),
    element('strong', { class: number > 0 ? kind : '' }, numberText(number)), element('span', {}, label), element('small', {}, note));
  const draw = onlyWhenNew((totals, soonUntil) => exchange(node,
    one('LATE', 'dsh-late-figure', totals.late, 'quá hạn', totals.late > 0 ? `Lâu nhất: hạn ${dayOf(totals.oldestDueAt)}` : 'Không có việc nào'),
    one('SOON', 'dsh-soon-figure', totals.soon, 'đến hạn trong 03 ngày tới', `Đến hết ngày ${soonUntil.split('-').reverse().join('/')}`)));
  return { node, show: ({ totals, soonUntil }) => draw(totals, soonUntil, chosen.when) };
}

export function unitTree(chosen, choose) {
  const list = element('ul', { class: 'dsh-tree' });
  const closed = new Set();
  let units = [];
  const draw = onlyWhenNew(() => exchange(list, ...branches(null)));

  function branches(parent) {
    const known = new Set(units.map((unit) => unit.code));
    return units.filter((unit) => (known.has(unit.parent) ? unit.parent : null) === parent).map(branch);
  }

  function branch(unit) {
    const below = units.some((each) => each.parent === unit.code);
    const open = below && !closed.has(unit.code);
    return element('li', {}, element('div', { class: 'dsh-choice-line' },
      below ? element('button', { type: 'button', class: 'dsh-fold', 'data-key': `fold-${unit.code}`, 'aria-expanded': String(open),
        'aria-label': `Đơn vị thuộc ${unit.name}`, onclick: () => fold(unit.code) }, open ? '−' : '+') : element('span', { class: 'dsh-fold' }),
      toggle(`unit-${unit.code}`, chosen.unit === unit.code, () => choose(next(chosen, 'unit', unit.code)),
        element('span', { class: 'dsh-choice-name' }, unit.name), ...counts(unit.lateBelow, unit.soonBelow))),
    open ? element('ul', {}, ...branches(unit.code)) : null);
  }

  function fold(code) {
    if (!closed.delete(code)) {
      closed.add(code);
    }
    redraw();
  }

  function redraw() {
    draw(units, chosen.unit, [...closed]);
  }

  return {
    node: panel('Theo đơn vị', HEADS.cloneNode(true), element('div', { class: 'dsh-scroll', tabindex: 0, role: 'region', 'aria-label': 'Các đơn vị' }, list)),
    show(found) {
      units = found;
      redraw();
    },
  };
}

/** Kind, step and receiving body. */
export function choices(chosen, choose) {
  const kinds = choiceList('Theo loại việc', 'kind', chosen, choose, true);
  const steps = choiceList('Theo bậc đôn đốc', 'step', chosen, choose, false);
  const receivers = choiceList('Báo cáo chậm theo nơi nhận', 'receiver', chosen, choose, false);
  return {
    nodes: [kinds.node, steps.node, receivers.node],
    show(answer) {
      kinds.show(answer.kinds.map((each) => ({ value: each.kind, label: each.label, late: each.late, soon: each.soon })));
      steps.show(answer.steps.map((each) => ({ value: each.step, label: each.label, late: each.count, soon: null })));
      receivers.show(answer.receivers.map((each) => ({ value: each.id, label: each.name, late: each.count, soon: null })));
    },
  };
}

function choiceList(title, name, chosen, choose, both) {
  const list = element('ul', { class: 'dsh-choices' });
  const draw = onlyWhenNew((items) => exchange(list, ...(items.length > 0 ? items.map((each) => element('li', {},
    toggle(`${name}-${each.value}`, chosen[name] === each.value, () => choose(next(chosen, name, each.value)),
      element('span', { class: 'dsh-choice-name' }, each.label), ...counts(each.late, each.soon))))
    : [element('li', { class: 'dsh-none' }, 'Không có việc nào.')])));
  return { node: panel(title, both ? HEADS.cloneNode(true) : null, element('div', { class: 'dsh-scroll', tabindex: 0, role: 'region', 'aria-label': title }, list)),
    show: (items) => draw(items, chosen[name]) };
}

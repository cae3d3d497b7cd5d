// Twelve months as bars; the same numbers as a table for who does not see pictures.
import { onlyWhenNew, panel } from './board-parts.js';
import { cell, table } from './calendar-days.js';
import { element } from './dom.js';
import { instantText, numberText } from './moments.js';
import { monthTitle } from './month.js';

const SPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 640;
const HEIGHT = 126;
const TOP = 18;
const BASE = 104;
const GAP = 0.3;

function svg(name, attributes, ...children) {
  const node = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
}

const SERIES = [{ key: 'onTime', label: 'Đúng hạn', colour: '#2e7d32' }, { key: 'late', label: 'Chậm', colour: '#c8102e' },
  { key: 'unreported', label: 'Không báo cáo', colour: '#4a3b36' }];

/** The reports of the last 12 months by the month of their limit. */
export function trendPanel() {
  const place = element('div', {});
  const draw = onlyWhenNew(({ months, asOf }) => place.replaceChildren(
    months.some((month) => month.owed > 0) ? trend(months, SERIES) : element('p', {}, 'Chưa có báo cáo nào đến hạn trong 12 tháng qua.'),
    element('p', { class: 'dsh-board-hint' }, `Theo tháng của hạn gửi, tính lúc ${asOf ? instantText(asOf) : '(đang tính)'}. Quá hạn chưa gửi tính là chậm.`)));
  return { node: panel('Báo cáo 12 tháng qua', place), show: draw };
}

/** @param months [{ month: "2026-12", … }], oldest first; @param series [{ key, label, colour }], drawn one upon the other */
function trend(months, series) {
  const total = (month) => series.reduce((sum, each) => sum + month[each.key], 0);
  const most = Math.max(1, ...months.map(total));
  const step = WIDTH / Math.max(1, months.length);
  const bars = months.flatMap((month, index) => bar(month, series, index * step, step, (BASE - TOP) / most, total(month)));
  return element('div', { class: 'dsh-trend' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': summary(months, series) },
      svg('line', { x1: 0, y1: BASE, x2: WIDTH, y2: BASE, stroke: '#767676' }), ...bars),
    element('p', { class: 'dsh-legend' }, ...series.flatMap((each) => [swatch(each.colour), element('span', {}, each.label)])),
    element('details', {}, element('summary', {}, 'Xem bằng số'), table(['Tháng', ...series.map((each) => each.label)],
      months.map((month) => element('tr', {}, cell('Tháng', monthTitle(month.month)),
        ...series.map((each) => cell(each.label, numberText(month[each.key]))))))));
}

function swatch(colour) {
  return svg('svg', { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' }, svg('rect', { width: 12, height: 12, fill: colour }));
}

function bar(month, series, left, step, scale, total) {
  const width = step * (1 - GAP);
  const x = left + (step * GAP) / 2;
  let top = BASE;
  const parts = series.map((each) => {
    const height = month[each.key] * scale;
    top -= height;
    return svg('rect', { x, y: top, width, height, fill: each.colour });
  });
  return [...parts,
    svg('text', { x: x + width / 2, y: top - 4, 'text-anchor': 'middle', 'font-size': 13, fill: '#222' }, total > 0 ? numberText(total) : ''),
    svg('text', { x: x + width / 2, y: BASE + 18, 'text-anchor': 'middle', 'font-size': 13, fill: '#444' }, shortMonth(month.month))];
}

/** "2026-12" as "12/26". */
function shortMonth(month) {
  return `${month.slice(5)}/${month.slice(2, 4)}`;
}

function summary(months, series) {
  return `Diễn biến 12 tháng. ${months.map((month) => `${monthTitle(month.month)}: ${series
    .map((each) => `${each.label.toLowerCase()} ${numberText(month[each.key])}`).join(', ')}`).join('; ')}.`;
}

// One process in Cockpit: what is late at which step, on the diagram and as a table.
import { livePart, sharedGet } from './board-parts.js';
import { rowsOf } from './board-some.js';
import { cell, table } from './calendar-days.js';
import { element, useStyles } from './dom.js';
import { dayOf, instantText, numberText } from './moments.js';
import { onDiagram } from './on-diagram.js';
import { keepFresh } from './refresh.js';

const badgesOf = (definitionId) => sharedGet(`/supervision/definitions/${encodeURIComponent(definitionId)}/badges`);

/** Red and amber badges at the steps. */
export function mountBadges(viewer, definitionId) {
  useStyles('board.css');
  const diagram = onDiagram(viewer);
  const fresh = keepFresh(async () => {
    const found = await badgesOf(definitionId).catch(() => null);
    if (found) {
      diagram.show(found.elements.filter((each) => each.late + each.soon > 0).map((each) => [each.element, badge(each)]));
    }
  });
  return () => fresh.stop();
}

function badge(step) {
  return element('div', { class: 'dsh-badges' },
    step.late > 0 ? element('span', { class: 'dsh-badge dsh-badge-late' }, `${numberText(step.late)} quá hạn`) : null,
    step.soon > 0 ? element('span', { class: 'dsh-badge dsh-badge-soon' }, `${numberText(step.soon)} sắp đến hạn`) : null,
    element('span', { class: 'dsh-badge dsh-badge-wait' }, `lâu nhất ${waited(step)}`));
}

const waited = (step) => (step.waitingDays === 0 ? 'dưới 1 ngày' : `${numberText(step.waitingDays)} ngày`);

/** The same as a table, and the cases of this version on demand. */
export function mountTable(place, definitionId) {
  const steps = element('div', {});
  const list = element('div', { class: 'dsh-board dsh-in-tab' });
  place.replaceChildren(steps, list);
  return livePart(steps, { name: 'Theo dõi, đôn đốc', kind: 'dsh-in-tab', ask: () => badgesOf(definitionId), show: (found) => stepTable(found, () => rowsOf(list, definitionId)) });
}

function stepTable(found, openRows) {
  if (found.elements.length === 0) {
    return [element('p', { class: 'dsh-empty' }, 'Phiên bản này không có việc nào đang chờ trong phạm vi đồng chí theo dõi.')];
  }
  return [table(['Bước', 'Quá hạn', 'Sắp đến hạn', 'Đang chờ', 'Chờ lâu nhất', 'Hạn xa nhất đã qua'], found.elements.map(stepLine)),
    element('div', { class: 'dsh-action-buttons' }, element('button', { type: 'button', class: 'dsh-button', 'data-key': 'rows', onclick: openRows }, 'Xem từng việc quá hạn, sắp đến hạn')),
    element('p', { class: 'dsh-board-hint' }, `Số liệu lúc ${instantText(found.asOf)}. Sắp đến hạn: trong 03 ngày tới. Trên sơ đồ: đỏ là quá hạn, cam là sắp đến hạn.`)];
}

function stepLine(step) {
  const number = (kind, value) => element('span', { class: value > 0 ? kind : 'dsh-no-count' }, numberText(value));
  return element('tr', {}, cell('Bước', step.name), cell('Quá hạn', number('dsh-late-count', step.late)), cell('Sắp đến hạn', number('dsh-soon-count', step.soon)),
    cell('Đang chờ', numberText(step.waiting)), cell('Chờ lâu nhất', `${waited(step)}, từ ${instantText(step.waitingSince)}`),
    cell('Hạn xa nhất đã qua', step.late > 0 ? `${dayOf(step.oldestDueAt)}, quá ${numberText(step.lateDays)} ngày` : 'Không có'));
}

// One case: the way to it, and the story of its limit.
import { livePart, sharedGet } from './board-parts.js';
import { element, useStyles } from './dom.js';
import { dayOf, instantText, within } from './moments.js';
import { onDiagram } from './on-diagram.js';
import { keepFresh } from './refresh.js';

const NOT_FOUND = 404;
/** The year would only cover the diagram. */
const DAY_AND_MONTH = 5;

/** To the case in Cockpit, where the story is the first tab. */
export function caseLink(row) {
  return element('a', { href: `#/process-instance/${row.instanceId}/runtime`, 'data-key': `case-${row.taskId}` }, row.title);
}

const caseOf = (instanceId) => sharedGet(`/supervision/cases/${encodeURIComponent(instanceId)}`);

/** When the open limits end and when the next steps of the ladder come, at their elements. */
export function mountBadges(viewer, instanceId) {
  useStyles('board.css');
  const diagram = onDiagram(viewer);
  const fresh = keepFresh(async () => {
    const found = await caseOf(instanceId).catch(() => null);
    if (found) {
      diagram.show([...found.limits.map((limit) => [limit.element, badge(limit.late ? 'dsh-badge-late' : 'dsh-badge-soon', limit.dueText.split(',')[0])]),
        ...found.coming.map((step) => [step.element, badge('dsh-badge-wait', `${step.certain ? '' : 'dự kiến '}${dayOf(step.at).slice(0, DAY_AND_MONTH)}`)])]);
    }
  });
  return () => fresh.stop();
}

function badge(kind, text) {
  return element('div', { class: 'dsh-badges' }, element('span', { class: `dsh-badge ${kind}` }, text));
}

/** The story: the limits and where they come from, what was done, what comes next. */
export function mountStory(place, instanceId) {
  return livePart(place, { name: 'Hạn và quá trình đôn đốc', kind: 'dsh-in-tab', ask: () => caseOf(instanceId), show: story, refused });
}

function refused(failure) {
  return failure.status === NOT_FOUND ? element('p', { class: 'dsh-empty' }, 'Ở đây không có hạn nào thuộc phạm vi đồng chí theo dõi.') : null;
}

function story(found) {
  return [element('h2', {}, found.title), element('p', { class: 'dsh-board-hint' }, found.unitName), element('div', { class: 'dsh-story-columns' },
    element('section', {}, element('h3', {}, 'Hạn'), found.limits.length > 0 ? element('ul', { class: 'dsh-results' }, ...found.limits.map(limit))
      : element('p', {}, 'Không còn hạn nào đang mở.')),
    element('section', {}, element('h3', {}, 'Đã thực hiện'), found.taken.length > 0 ? element('ol', { class: 'dsh-timeline' }, ...found.taken.map(taken))
      : element('p', {}, 'Chưa có bước nào.')),
    element('section', {}, element('h3', {}, 'Các bước tới'), found.coming.length > 0 ? element('ol', { class: 'dsh-timeline' }, ...found.coming.map(coming))
      : element('p', {}, 'Không còn bước nào tự chạy theo hạn.')))];
}

function limit(each) {
  return element('li', {}, element('strong', { class: each.late ? 'dsh-late-text' : 'dsh-soon-text' }, `${each.kindLabel}: ${within(each.dueText)}`),
    element('p', {}, `Hạn: ${instantText(each.dueAt)}`), each.reason ? element('p', {}, `Căn cứ: ${each.reason}`) : null,
    each.who ? element('p', {}, `${each.isBody ? '' : 'Đồng chí '}${each.who}${each.holder ? `, đang xử lý: đồng chí ${each.holder}` : ''}`) : null,
    each.stepLabel ? element('p', {}, `Bậc đôn đốc: ${each.stepLabel}`) : null);
}

function taken(step) {
  return element('li', {}, element('time', { datetime: step.at }, instantText(step.at)), element('p', {}, step.text), element('small', {}, step.who));
}

function coming(step) {
  return element('li', {}, element('time', { datetime: step.at }, `${step.certain ? '' : 'Dự kiến '}${instantText(step.at)}`), element('p', {}, step.text));
}

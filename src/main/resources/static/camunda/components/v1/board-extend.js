// More time for the chosen cases: nothing is stored before every new limit has been looked at.
import { post } from './api.js';
import { actionForm, reasonField } from './board-forms.js';
import { sentenceOf } from './board-parts.js';
import { dayText } from './calendar-days.js';
import { element } from './dom.js';
import { numberText } from './moments.js';

const MOST_DAYS = 60;

export function extendForm(rows, { done, close }) {
  const days = element('input', { type: 'number', name: 'moreDays', min: 1, max: MOST_DAYS, value: 2, 'aria-label': 'Số ngày thêm', oninput: stale });
  const day = element('input', { type: 'date', name: 'lastDay', 'aria-label': 'Ngày cuối mới', oninput: stale });
  const dayRead = element('span', {});
  const byDays = element('input', { type: 'radio', name: 'how', value: 'days', checked: true, onchange: stale });
  const byDay = element('input', { type: 'radio', name: 'how', value: 'day', onchange: stale });
  const reason = reasonField('Lý do, căn cứ gia hạn');
  const preview = element('div', { class: 'dsh-preview', 'aria-live': 'polite' });
  const look = element('button', { type: 'button', class: 'dsh-button', onclick: showPreview }, 'Xem trước hạn mới');
  const { form, say, submit } = actionForm({ button: 'Gia hạn', done, close, check: () => wrongTime() ?? (reason.value() === null ? 'Ghi lý do, căn cứ gia hạn.' : null),
    send: () => post('/supervision/actions/extend', { ...wanted(), reason: reason.value() }),
    fields: [element('fieldset', { class: 'dsh-how' }, element('legend', {}, 'Gia hạn'),
      element('label', {}, byDays, ' thêm ', days, ' ngày'), element('label', {}, byDay, ' đến hết ngày ', day, dayRead)), reason.node, look, preview] });
  submit.disabled = true;

  const wanted = () => ({ tasks: rows.map((row) => row.taskId), ...(byDays.checked ? { moreDays: Number(days.value) } : { lastDay: day.value }) });

  function wrongTime() {
    if (byDays.checked) {
      return days.checkValidity() && days.value !== '' ? null : `Ghi số ngày từ 1 đến ${MOST_DAYS}.`;
    }
    return day.value === '' ? 'Chọn ngày cuối của hạn mới.' : null;
  }

  /** What was looked at is not what would be done any more. */
  function stale(event) {
    if (event.target === days && days.value !== '') {
      byDays.checked = true;
    } else if (event.target === day && day.value !== '') {
      byDay.checked = true;
    }
    dayRead.textContent = dayText(day.value);
    submit.disabled = true;
    preview.replaceChildren();
  }

  async function showPreview() {
    const problem = wrongTime();
    say(problem);
    if (problem) {
      return;
    }
    const asked = JSON.stringify(wanted());
    look.disabled = true;
    try {
      const answer = await post('/supervision/actions/extend/preview', wanted());
      if (asked === JSON.stringify(wanted())) {
        const able = answer.rows.filter((row) => row.outcome === 'DONE');
        preview.replaceChildren(element('p', {}, element('strong', {}, `${numberText(able.length)} hạn sẽ dời. Chưa có gì được ghi.`)),
          element('ul', { class: 'dsh-results' }, ...answer.rows.map(previewed)));
        submit.disabled = able.length === 0;
      }
    } catch (failure) {
      say(sentenceOf(failure));
    } finally {
      look.disabled = false;
    }
  }

  return form;
}

function previewed(row) {
  if (row.outcome !== 'DONE') {
    return element('li', { class: 'dsh-not-done' }, element('strong', {}, 'Không gia hạn được'), row.title ? `: ${row.title}` : '', element('p', {}, row.message));
  }
  return element('li', {}, row.title, element('p', {}, element('strong', {}, `${dayText(row.from)} → ${dayText(row.to)}`)),
    element('p', { class: 'dsh-board-hint' }, row.explanation), row.effectLabel ? element('p', { class: 'dsh-board-hint' }, row.effectLabel) : null);
}

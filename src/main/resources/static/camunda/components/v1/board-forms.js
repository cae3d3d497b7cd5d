// The small forms of the board's actions: urge, hand over, excuse.
import { get, post } from './api.js';
import { sentenceOf } from './board-parts.js';
import { element } from './dom.js';

const REASON_LENGTH = 500;
const ids = (rows) => rows.map((row) => row.taskId);

/** A reason as a field; `value()` is null while nothing is written. */
export function reasonField(label, hint) {
  const input = element('textarea', { name: 'reason', rows: 2, maxlength: REASON_LENGTH });
  return { node: element('label', { class: 'dsh-board-field' }, label, hint ? element('small', {}, hint) : null, input), value: () => input.value.trim() || null };
}

/** What the forms have in common: nothing typed is lost when the server refuses. */
export function actionForm({ fields, button, check, send, done, close }) {
  const error = element('p', { class: 'dsh-board-error', role: 'alert', hidden: true });
  const submit = element('button', { type: 'submit', class: 'dsh-button dsh-button-main' }, button);
  const say = (sentence) => { error.hidden = !sentence; error.textContent = sentence ?? ''; };
  const form = element('form', { novalidate: true, oninput: () => say(null), onsubmit: async (event) => {
    event.preventDefault();
    const problem = check();
    say(problem);
    if (problem) {
      return;
    }
    submit.disabled = true;
    try {
      done(await send());
    } catch (failure) {
      say(sentenceOf(failure));
    } finally {
      submit.disabled = false;
    }
  } }, ...fields, error, element('div', { class: 'dsh-action-buttons' }, submit, element('button', { type: 'button', class: 'dsh-button', onclick: close }, 'Thôi')));
  return { form, say, submit };
}

export function urgeForm(rows, { done, close }) {
  const reason = reasonField('Nội dung đôn đốc', 'Không bắt buộc, ví dụ: đã gọi điện, hẹn gửi trong hôm nay.');
  return actionForm({ fields: [reason.node], button: 'Đôn đốc', check: () => null, done, close,
    send: () => post('/supervision/actions/urge', { tasks: ids(rows), reason: reason.value() }) }).form;
}

export function handOverForm(rows, { done, close }) {
  const people = element('select', { name: 'to' }, element('option', { value: '' }, 'Đang tải danh sách…'));
  const reason = reasonField('Lý do chuyển');
  const { form, say } = actionForm({ fields: [element('label', { class: 'dsh-board-field' }, 'Chuyển cho', people), reason.node], button: 'Chuyển đồng chí khác', done, close,
    check: () => (people.value === '' ? 'Chọn đồng chí nhận việc.' : reason.value() === null ? 'Ghi lý do chuyển.' : null),
    send: () => post('/supervision/actions/hand-over', { tasks: ids(rows), to: people.value, reason: reason.value() }) });
  get(`/supervision/tasks/${rows[0].taskId}/successors`).then(({ items }) => people.replaceChildren(
    element('option', { value: '' }, items.length > 0 ? 'Chọn đồng chí…' : 'Không có đồng chí nào khác trong tập thể này'),
    ...items.map((each) => element('option', { value: each.userId }, [each.name, each.role, each.body].filter(Boolean).join(', ')))), (failure) => say(sentenceOf(failure)));
  return form;
}

export function excuseForm(rows, { done, close }) {
  const reportsToo = rows.some((row) => row.kind !== 'ABSENCE');
  const absence = element('select', { name: 'absence' }, element('option', { value: '' }, 'Đang tải danh sách…'));
  const reason = reasonField('Ghi rõ');
  const { form, say } = actionForm({ button: 'Ghi nhận có lý do', done, close,
    fields: [reportsToo ? element('label', { class: 'dsh-board-field' }, 'Lý do không dự', absence) : null, reason.node].filter(Boolean),
    check: () => (reportsToo && absence.value === '' ? 'Chọn lý do không dự.' : reason.value() === null ? 'Ghi rõ lý do, căn cứ.' : null),
    send: () => post('/supervision/actions/excuse', { tasks: ids(rows), absence: absence.value || null, reason: reason.value() }) });
  if (reportsToo) {
    get('/attendance/visits/absence-reasons').then((reasons) => absence.replaceChildren(element('option', { value: '' }, 'Chọn lý do…'),
      ...reasons.map((each) => element('option', { value: each.reason }, each.label))), (failure) => say(sentenceOf(failure)));
  }
  return form;
}

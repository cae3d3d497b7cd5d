// What may be sent in the place of answers: the report of the delegation, or a paper.
import { post, put } from './api.js';
import { element } from './dom.js';

/** Somebody else of the delegation has sent a report about the same meeting: one tap shares it. */
export function delegationPart(view, address, send) {
  return view.others.length === 0 ? '' : element('section', { class: 'dsh-limit' },
    element('p', {}, 'Đã có báo cáo về buổi họp này. Nếu đi cùng đoàn, đồng chí không phải ghi lại:'),
    ...view.others.map((other) => element('p', {}, element('button', { type: 'button', class: 'btn btn-default dsh-second',
      onclick: () => send(() => post(`${address}/join`, { visitId: other.visitId })) }, `Cùng đoàn với đồng chí ${other.visitor}`),
    other.sameReceiver ? ' Gửi chung báo cáo.' : ` Chỉ gửi số liệu buổi họp; nội dung do đồng chí ${other.visitor} báo cáo nơi khác.`)));
}

/** Sensitive matters: number and day of the paper only. */
export function paperPart(view, address, send) {
  if (view.submittedAt) {
    return '';
  }
  const number = element('input', { type: 'text', id: 'dsh-paper-number', class: 'form-control', maxlength: 50 });
  const day = element('input', { type: 'date', id: 'dsh-paper-day', class: 'form-control' });
  return element('details', { class: 'dsh-story' }, element('summary', {}, 'Đã gửi bản giấy'),
    element('p', { class: 'dsh-hint' }, 'Dùng khi nội dung không được đưa lên mạng: hệ thống chỉ giữ số và ngày của bản giấy; nội dung đã ghi ở trên không được gửi.'),
    element('div', { class: 'dsh-fields' },
      element('div', { class: 'dsh-field dsh-half' }, element('label', { for: 'dsh-paper-number' }, 'Số bản giấy'), number),
      element('div', { class: 'dsh-field dsh-half' }, element('label', { for: 'dsh-paper-day' }, 'Ngày'), day)),
    element('button', { type: 'button', class: 'btn btn-default dsh-second',
      onclick: () => send(() => put(`${address}/paper`, { number: number.value, day: day.value || null })) }, 'Ghi nhận đã gửi bản giấy'));
}

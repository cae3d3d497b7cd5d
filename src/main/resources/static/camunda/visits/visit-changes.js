// Moving a visit, reporting an absence, and a meeting that was not held: small forms in the place of their buttons.
import { get, post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';

const READING = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** Buttons for what may be done with the visit now; `done` gets a sentence when something was. */
export function changeButtons(visit, place, done) {
  const buttons = [];
  if (visit.mayMove) {
    buttons.push(button('Đổi lịch dự', () => moveForm(visit, done)), button('Báo không dự được', () => absenceForm(visit, done)));
  }
  if (visit.mayReportNotHeld) {
    buttons.push(button('Đã đến, chi bộ không họp', () => notHeldForm(visit, done)));
  }
  function button(text, form) {
    return element('button', { type: 'button', class: 'second', onclick: async () => {
      const before = [...place.children];
      const shown = await form();
      shown.append(element('button', { type: 'button', class: 'second', onclick: () => place.replaceChildren(...before) }, 'Thôi'));
      place.replaceChildren(shown);
      shown.querySelector('input, select, textarea').focus();
    } }, text);
  }
  return buttons;
}

function labelled(text, input) {
  return element('label', { class: 'field' }, text, input);
}

/** A form that posts what `read` gives to `address`; a refusal stays beside it with everything that was typed. */
function formOf(fields, text, address, read, done, sentence) {
  const error = element('p', { class: 'error', role: 'alert', hidden: true });
  const send = element('button', { type: 'submit' }, text);
  return element('form', { class: 'change', onsubmit: async (event) => {
    event.preventDefault();
    send.disabled = true;
    error.hidden = true;
    try {
      await post(address, read());
      await done(sentence);
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure.status ? failure.message : 'Hệ thống chưa trả lời: kiểm tra mạng rồi bấm lại, nội dung đã ghi vẫn còn.';
    } finally {
      send.disabled = false;
    }
  } }, ...fields, error, send);
}

function moveForm(visit, done) {
  // The browser writes dates in its own order: the Vietnamese reading stands beside it.
  const reading = element('p', { class: 'hint', role: 'status' });
  const at = element('input', { type: 'datetime-local', name: 'meetingAt', oninput: () => {
    reading.textContent = at.value ? READING.format(new Date(at.value)) : '';
  } });
  const reason = element('input', { type: 'text', name: 'reason', maxlength: 500, placeholder: 'Ví dụ: đã thống nhất qua điện thoại với bí thư chi bộ' });
  return formOf([labelled('Ngày, giờ họp mới', at), labelled('Lý do', reason), reading], 'Đổi lịch dự', `/attendance/visits/${visit.id}/move`,
    () => ({ meetingAt: at.value || null, reason: reason.value }), done, 'Lịch dự đã đổi. Việc báo cáo và hạn gửi theo ngày mới.');
}

async function absenceForm(visit, done) {
  const reasons = await get('/attendance/visits/absence-reasons');
  const reason = element('select', { name: 'reason' }, element('option', { value: '' }, 'Chọn lý do…'),
    ...reasons.map((each) => element('option', { value: each.reason }, each.label)));
  const note = element('input', { type: 'text', name: 'note', maxlength: 500 });
  return formOf([labelled('Lý do', reason), labelled('Ghi rõ (nếu cần)', note)], 'Báo không dự được', `/attendance/visits/${visit.id}/absence`,
    () => ({ reason: reason.value || null, note: note.value }), done, 'Đã báo không dự được. Ban tổ chức, văn phòng cấp ủy xem xét lý do.');
}

function notHeldForm(visit, done) {
  const note = element('input', { type: 'text', name: 'note', maxlength: 500, placeholder: 'Ví dụ: chi bộ hoãn họp vì mưa lũ' });
  return formOf([labelled('Vì sao chi bộ không họp', note)], 'Ghi nhận', `/attendance/visits/${visit.id}/not-held`,
    () => ({ note: note.value }), done, 'Đã ghi nhận: đã đến, chi bộ không họp. Không phải báo cáo, không tính là vắng.');
}

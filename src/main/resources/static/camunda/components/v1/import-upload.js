// Choosing a workbook and sending it.
import { post } from './api.js';
import { element } from './dom.js';

/** A file field with a button that sends what was chosen to `address`; `sent` gets the server's answer. */
export function uploadField({ address, button, sent }) {
  const chosen = element('span', { class: 'dsh-hint', role: 'status' }, 'Chưa chọn tệp');
  const input = element('input', { type: 'file', id: 'dsh-workbook', class: 'dsh-file', accept: '.xlsx', onchange: () => {
    chosen.textContent = input.files.length > 0 ? input.files[0].name : 'Chưa chọn tệp';
    showError(null);
  } });
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const send = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: upload }, button);

  async function upload() {
    showError(null);
    if (input.files.length === 0) {
      showError('Chưa chọn tệp: chọn tệp Excel (.xlsx) đã điền theo mẫu.');
      input.focus();
      return;
    }
    const form = new FormData();
    form.append('file', input.files[0]);
    send.disabled = true;
    send.textContent = 'Đang tải lên…';
    try {
      await sent(await post(address, form));
    } catch (failure) {
      showError(failure.status ? failure.message : 'Chưa tải lên được: kiểm tra mạng rồi thử lại.');
    } finally {
      send.disabled = false;
      send.textContent = button;
    }
  }

  function showError(sentence) {
    error.hidden = !sentence;
    error.textContent = sentence ?? '';
  }

  return { field: element('div', { class: 'dsh-field' }, element('span', { class: 'dsh-name' }, 'Tệp Excel (.xlsx), tối đa 20 MB'),
    element('span', { class: 'dsh-choose' }, input,
      // The browser would label its own button in its own language.
      element('label', { for: 'dsh-workbook', class: 'btn btn-default dsh-second' }, 'Chọn tệp'), ' ', chosen)), error, send };
}

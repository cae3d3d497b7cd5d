// Small forms of the pages outside Tasklist: a refusal stays beside what was typed, nothing of it is lost.
import { post } from './api.js';
import { element } from './dom.js';

const READING = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const PAUSE_MS = 300;

export function labelled(text, input) {
  return element('label', { class: 'field' }, text, input);
}

/** A form that posts what `read` gives to `address`; `done` gets the answer. */
export function formOf({ fields, button, address, read, done, send = post }) {
  const error = element('p', { class: 'error', role: 'alert', hidden: true });
  const submit = element('button', { type: 'submit' }, button);
  return element('form', { class: 'change', onsubmit: async (event) => {
    event.preventDefault();
    submit.disabled = true;
    error.hidden = true;
    try {
      await done(await send(address, read()));
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure.status ? failure.message : 'Hệ thống chưa trả lời: kiểm tra mạng rồi bấm lại, nội dung đã ghi vẫn còn.';
    } finally {
      submit.disabled = false;
    }
  } }, ...fields, error, submit);
}

/** A button that puts a form in the place of `place`'s children until it is done or given up. */
export function opening(text, place, form) {
  return element('button', { type: 'button', class: 'second', onclick: async () => {
    const before = [...place.children];
    const shown = await form();
    shown.append(element('button', { type: 'button', class: 'second', onclick: () => place.replaceChildren(...before) }, 'Thôi'));
    place.replaceChildren(shown);
    shown.querySelector('input, select, textarea')?.focus();
  } }, text);
}

/** Date and time of a meeting; the browser writes dates in its own order, so the Vietnamese reading stands beside it. */
export function momentInput(value = '') {
  const reading = element('p', { class: 'hint', role: 'status' });
  const read = () => { reading.textContent = input.value ? READING.format(new Date(input.value)) : ''; };
  const input = element('input', { type: 'datetime-local', name: 'meetingAt', value, oninput: read });
  read();
  return { input, reading };
}

/** Finds something by a part of its name; `value()` is the id of what was chosen, null before. */
export function chooser(label, address, title) {
  const found = element('select', { name: 'chosen', hidden: true });
  let timer;
  let latest = 0;
  async function look() {
    latest += 1;
    const question = latest;
    const hits = await post(address, { name: search.value });
    if (question !== latest) {
      return;
    }
    found.hidden = false;
    found.replaceChildren(element('option', { value: '' }, hits.length ? 'Chọn trong danh sách…' : 'Không tìm thấy: ghi tên khác'),
      ...hits.map((hit) => element('option', { value: hit.id }, title(hit))));
  }
  const search = element('input', { type: 'search', name: 'search', maxlength: 200, placeholder: 'Ghi một phần của tên, có dấu hoặc không dấu',
    oninput: () => { clearTimeout(timer); timer = setTimeout(() => look().catch(() => {}), PAUSE_MS); } });
  return { fields: [labelled(label, search), element('div', { class: 'field' }, found)], value: () => (found.value ? Number(found.value) : null) };
}

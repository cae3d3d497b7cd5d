// Start form of an extension: which communes, which meetings, how much time, by which document.
import { get, post } from './api.js';
import { dayText } from './calendar-days.js';
import { element, useStyles } from './dom.js';
import { communeField } from './extension-communes.js';
import { followExtension, outcome } from './extension-progress.js';
import { closeStartForm } from './follow-case.js';

const DOCUMENTS = { OFFICIAL_LETTER: 'Công văn', TELEGRAM: 'Công điện', NOTICE: 'Thông báo', DECISION: 'Quyết định', DIRECTIVE: 'Chỉ thị' };

export async function mount(mountPoint, camForm) {
  useStyles();
  try {
    const view = await get('/attendance/extensions');
    const { nodes, send } = form(mountPoint);
    // What is being mended is not wrong any more.
    mountPoint.addEventListener('input', () => { mountPoint.querySelector('.dsh-error')?.setAttribute('hidden', ''); });
    camForm.on('submit', (event) => {
      event.submitPrevented = true;
      camForm.submitPrevented = true;
      send();
    });
    mountPoint.replaceChildren(...nodes, latest(view.latest));
  } catch (failure) {
    mountPoint.replaceChildren(element('p', { class: 'dsh-error', role: 'alert' }, failure.status === 404
      ? 'Việc này dành cho cán bộ ban tổ chức, ban xây dựng đảng, văn phòng cấp ủy: đề nghị đồng chí liên hệ văn phòng cấp ủy của đơn vị mình.'
      : failure.status ? failure.message : 'Chưa tải được biểu mẫu: kiểm tra mạng rồi mở lại.'));
  }
}

function form(mountPoint) {
  const communes = communeField();
  const from = dayField('meetingsFrom', 'Buổi họp từ ngày');
  const to = dayField('meetingsTo', 'Buổi họp đến ngày');
  const time = timeField();
  const kind = field('documentKind', 'Loại văn bản', element('select', { class: 'form-control' },
    ...Object.entries(DOCUMENTS).map(([value, label]) => element('option', { value }, label))), 'dsh-half');
  const number = field('documentNumber', 'Số, ký hiệu', element('input', { type: 'text', class: 'form-control', maxlength: 60,
    placeholder: 'Ví dụ: 12-CV/TU' }), 'dsh-half');
  const dated = dayField('documentDate', 'Ngày văn bản');
  const reason = field('reason', 'Lý do', element('input', { type: 'text', class: 'form-control', maxlength: 500,
    placeholder: 'Ví dụ: lũ lụt, mất mạng' }));
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const button = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: send }, 'Xem trước');

  async function send() {
    if (button.disabled) {
      return;
    }
    button.disabled = true;
    error.hidden = true;
    try {
      const started = await post('/attendance/extensions', { communes: [...communes.chosen.keys()], meetingsFrom: from.input.value || null,
        meetingsTo: to.input.value || null, ...time.read(), documentKind: kind.input.value, documentNumber: number.input.value,
        documentDate: dated.input.value || null, reason: reason.input.value });
      closeStartForm(mountPoint);
      followExtension(started.id);
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure.status ? failure.message : 'Chưa gửi được: kiểm tra mạng rồi bấm lại, nội dung đã ghi vẫn còn.';
    } finally {
      button.disabled = false;
    }
  }

  return { send, nodes: [
    element('p', {}, 'Thiên tai, mất mạng: một văn bản gia hạn gửi báo cáo cho các xã, phường. Chưa có gì được ghi cho đến khi đồng chí xem trước và xác nhận.'),
    communes.field, element('fieldset', { class: 'dsh-fields' }, from.node, to.node, time.node, kind.node, number.node, dated.node, reason.node),
    error, element('div', { class: 'dsh-actions' }, button)] };
}

function field(name, label, input, className = '') {
  input.id = `dsh-${name}`;
  input.name = name;
  return { input, node: element('div', { class: `dsh-field ${className}` }, element('label', { for: input.id }, label), input) };
}

/** The browser writes dates in its own order: the Vietnamese reading stands below. */
function dayField(name, label) {
  const reading = element('p', { class: 'dsh-hint', role: 'status' });
  const made = field(name, label, element('input', { type: 'date', class: 'form-control', oninput: (event) => {
    reading.textContent = dayText(event.target.value);
  } }), 'dsh-half');
  made.node.append(reading);
  return made;
}

/** So many days more, or until a day: one of the two. */
function timeField() {
  const days = field('moreDays', 'Số ngày thêm', element('input', { type: 'number', class: 'form-control', min: 1, max: 60, inputmode: 'numeric' }));
  const last = dayField('lastDay', 'Ngày cuối mới');
  last.node.hidden = true;
  const choice = (value, label, checked) => element('label', {}, element('input', { type: 'radio', name: 'time', value, checked,
    onchange: () => {
      days.node.hidden = value !== 'DAYS';
      last.node.hidden = value !== 'DAY';
    } }), ` ${label}`);
  const until = choice('DAY', 'Đến hết một ngày', false);
  return {
    read: () => (until.querySelector('input').checked ? { moreDays: null, lastDay: last.input.value || null }
      : { moreDays: days.input.value === '' ? null : Number(days.input.value), lastDay: null }),
    node: element('div', { class: 'dsh-field' }, element('span', { class: 'dsh-name' }, 'Gia hạn'),
      element('div', { class: 'dsh-choose', role: 'radiogroup', 'aria-label': 'Gia hạn' }, choice('DAYS', 'Thêm một số ngày', true), until),
      days.node, last.node,
      element('p', { class: 'dsh-hint' }, 'Số ngày thêm tính từ hạn theo lịch, nhiều văn bản không cộng dồn; ngày cuối trúng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.')),
  };
}

function latest(extensions) {
  return extensions.length === 0 ? '' : element('div', {}, element('h4', {}, 'Các lượt gia hạn gần đây'),
    element('ul', { class: 'dsh-latest' }, ...extensions.map((each) => element('li', {}, element('strong', {}, each.document),
      `: buổi họp ${each.meetings}, ${each.time}. ${outcome(each)} Lập lúc ${each.startedAt}, tài khoản ${each.startedBy}.`))));
}

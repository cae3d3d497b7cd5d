// The visitor has called the cell: the time suits, or another one was agreed on.
import { get } from './api.js';
import { announce, element, facts } from './dom.js';
import { momentInput } from './page-form.js';
import { complete, mountTask, setVariable } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/agreements/${camForm.taskId}`), (view) => show(mountPoint, camForm, view));
}

function show(mountPoint, camForm, view) {
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const { input, reading } = momentInput(view.meetingAt.slice(0, 16));
  input.className = 'form-control';
  input.id = 'dsh-meeting-at';
  const agreed = element('input', { type: 'checkbox', name: 'agreed' });
  const button = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: send }, 'Xác nhận đã thống nhất');

  function refuse(sentence, field) {
    error.hidden = false;
    error.textContent = sentence;
    field?.focus();
  }

  async function send() {
    error.hidden = true;
    if (!input.value) {
      refuse('Đề nghị đồng chí ghi ngày, giờ họp đã thống nhất với chi ủy.', input);
    } else if (!agreed.checked) {
      refuse('Đề nghị đồng chí gọi cho chi ủy, rồi đánh dấu ô "Đã thống nhất qua điện thoại".', agreed);
    } else {
      await confirm();
    }
  }

  async function confirm() {
    button.disabled = true;
    setVariable(camForm, 'meetingAt', input.value);
    try {
      await complete(mountPoint, camForm);
      announce(`Đã ghi nhận: dự ${view.cell}, ${reading.textContent}.`);
    } catch (failure) {
      refuse('Chưa ghi nhận được: xem lại ngày, giờ (sắp tới, trong vòng 6 tháng); nếu việc này đã có người làm thì tải lại danh sách công việc.', input);
    } finally {
      button.disabled = false;
    }
  }

  mountPoint.replaceChildren(
    facts([['Chi bộ đến dự', `${view.cell}, ${view.commune}`], ['Lịch dự kiến', view.meeting],
      ['Liên hệ', view.contacts.length > 0 ? view.contacts.join('; ') : 'chi ủy chi bộ']]),
    element('p', { class: 'dsh-hint' }, 'Gọi cho chi ủy để thống nhất. Chi bộ họp ngày, giờ khác thì sửa ở dưới; hạn báo cáo tính theo ngày họp mới.'),
    element('div', { class: 'dsh-field' }, element('label', { for: input.id }, 'Ngày, giờ họp'), input, reading),
    element('div', { class: 'dsh-choose' }, element('label', {}, agreed, 'Đã thống nhất qua điện thoại')), error,
    element('div', { class: 'dsh-actions' }, button),
    element('p', { class: 'dsh-hint' }, 'Không dự được? ', element('a', { href: '/camunda/visits/' }, 'Báo không dự được'), ' ở trang Lượt dự của tôi.'));
}

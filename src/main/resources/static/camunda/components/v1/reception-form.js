// The receiver reads a report, may leave a remark, and receives it.
import { get, put, Refused } from './api.js';
import { announce, element, facts, useStyles } from './dom.js';
import { FIELDS, shown } from './report-fields.js';
import { bringIntoView, claim, claimed, complete } from './tasklist.js';

export async function mount(mountPoint, camForm) {
  useStyles();
  try {
    const view = await get(`/attendance/tasks/${camForm.taskId}`);
    show(mountPoint, camForm, view);
    bringIntoView(mountPoint);
    if (!view.mine) {
      await claimed(mountPoint);
      show(mountPoint, camForm, await get(`/attendance/tasks/${camForm.taskId}`));
    }
  } catch (failure) {
    mountPoint.replaceChildren(element('p', { class: 'dsh-error', role: 'alert' },
      failure instanceof Refused ? failure.message : 'Chưa tải được báo cáo: kiểm tra mạng rồi mở lại việc này.'));
  }
}

function show(mountPoint, camForm, view) {
  const remark = element('textarea', { id: 'dsh-remark', class: 'form-control', rows: 3, maxlength: 2000 });
  remark.value = view.remark ?? '';
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  let sending = false;

  async function receive() {
    button.disabled = true;
    error.hidden = true;
    try {
      await put(`/attendance/tasks/${camForm.taskId}/remark`, { remark: remark.value });
      sending = true;
      await complete(mountPoint, camForm);
      announce(`Đã tiếp nhận báo cáo của đồng chí ${view.visitor}.`);
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure instanceof Refused ? failure.message : 'Chưa tiếp nhận được: thử lại sau ít phút.';
    } finally {
      sending = false;
      button.disabled = false;
    }
  }

  const button = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: receive }, 'Tiếp nhận');
  mountPoint.replaceChildren(
    facts([['Người báo cáo', `Đồng chí ${view.visitor}`], ['Chi bộ đến dự', `${view.cell}, ${view.commune}`],
      ['Buổi họp', view.meetingAt], ['Gửi lúc', `${view.submittedAt} (${view.state})`]]),
    facts(FIELDS.map((field) => [field.label, shown(field, view.answers[field.name])])),
    view.mine
      ? element('div', { class: 'dsh-field' }, element('label', { for: 'dsh-remark' },
        'Nhận xét chất lượng tham gia (nếu có)'), remark)
      : element('p', { class: 'dsh-warning' }, 'Nhận xử lý việc này rồi mới tiếp nhận báo cáo.'),
    error, element('div', { class: 'dsh-actions' }, view.mine ? button
      : element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý')),
    element('details', { class: 'dsh-story' }, element('summary', {}, 'Quá trình xử lý'),
      element('ol', {}, ...view.story.map((fact) => element('li', {}, `${fact.at}: ${fact.text}`)))));

  camForm.on('submit', (event) => {
    if (view.mine && !sending) {
      event.submitPrevented = true;
      camForm.submitPrevented = true;
      receive();
    }
  });
}

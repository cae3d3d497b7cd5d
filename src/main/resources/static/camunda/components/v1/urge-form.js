// Staff see whose report is late and say that they have urged; they see nothing of the report itself.
import { get } from './api.js';
import { announce, element, facts } from './dom.js';
import { claim, complete, mountTask } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/tasks/${camForm.taskId}`), (view) => show(mountPoint, camForm, view));
}

function show(mountPoint, camForm, view) {
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const button = view.mine
    ? element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: urge }, 'Đôn đốc')
    : element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý');

  async function urge() {
    button.disabled = true;
    error.hidden = true;
    try {
      await complete(mountPoint, camForm);
      announce(`Đã ghi nhận đôn đốc đồng chí ${view.visitor}.`);
    } catch (failure) {
      error.hidden = false;
      error.textContent = 'Chưa ghi nhận được: tải lại danh sách công việc rồi thử lại.';
    } finally {
      button.disabled = false;
    }
  }

  mountPoint.replaceChildren(
    facts([['Người chậm báo cáo', `Đồng chí ${view.visitor}`], ['Chi bộ đến dự', `${view.cell}, ${view.commune}`],
      ['Buổi họp', view.meetingAt], ['Nơi nhận báo cáo', view.receiver], ['Hạn', view.limitReason]]),
    element('p', { class: 'dsh-hint' }, 'Liên hệ với đồng chí đó rồi bấm Đôn đốc để ghi nhận. Chưa ai đôn đốc thì báo cáo chậm được đưa lên Thường trực cấp ủy.'),
    error, element('div', { class: 'dsh-actions' }, button),
    element('details', { class: 'dsh-story' }, element('summary', {}, 'Quá trình xử lý'),
      element('ol', {}, ...view.story.map((fact) => element('li', {}, `${fact.at}, ${fact.who}: ${fact.text}`)))));
}

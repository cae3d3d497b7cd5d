// Staff of the visitor's unit look at a visit again, because the host committee asked for it; never the visitor.
import { get } from './api.js';
import { announce, element, facts } from './dom.js';
import { claim, complete, mountTask, setVariable } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/objections/${camForm.taskId}`), (view) => show(mountPoint, camForm, view));
}

function show(mountPoint, camForm, view) {
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const button = (text, decision, main) => element('button', { type: 'button', onclick: () => decide(decision, text),
    class: main ? 'btn btn-primary dsh-send' : 'btn btn-default dsh-second' }, text);

  async function decide(decision, text) {
    error.hidden = true;
    setVariable(camForm, 'objectionDecision', decision);
    try {
      await complete(mountPoint, camForm);
      announce(`${text}: đồng chí ${view.visitor}.`);
    } catch (failure) {
      error.hidden = false;
      error.textContent = 'Chưa ghi nhận được: không ai tự xem xét lượt dự của mình; nếu không phải, tải lại danh sách công việc.';
    }
  }

  mountPoint.replaceChildren(
    facts([['Đồng chí', view.visitor], ['Chi bộ', `${view.cell}, ${view.commune}`], ['Buổi họp', view.meetingAt],
      ['Nơi có chi bộ đề nghị', view.objection]]),
    element('p', { class: 'dsh-hint' }, 'Không ghi nhận thì lượt dự tính là không dự và việc báo cáo còn mở được đóng lại. Không ai xem xét trong 05 ngày thì giữ kết quả.'),
    error, element('div', { class: 'dsh-actions' }, ...(view.mine
      ? [button('Giữ kết quả lượt dự', 'KEPT', true), button('Không ghi nhận', 'NOT_ATTENDED', false)]
      : [element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý')])));
}

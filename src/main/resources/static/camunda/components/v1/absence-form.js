// Staff decide whether an absence is excused; never the absent person.
import { get } from './api.js';
import { announce, element, facts } from './dom.js';
import { claim, complete, mountTask, setVariable } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/absences/${camForm.taskId}`), (view) => show(mountPoint, camForm, view));
}

function show(mountPoint, camForm, view) {
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const button = (text, decision, main) => element('button', { type: 'button', onclick: () => decide(decision, text),
    class: main ? 'btn btn-primary dsh-send' : 'btn btn-default dsh-second' }, text);

  async function decide(decision, text) {
    error.hidden = true;
    setVariable(camForm, 'absenceDecision', decision);
    try {
      await complete(mountPoint, camForm);
      announce(`${text}: đồng chí ${view.visitor}.`);
    } catch (failure) {
      error.hidden = false;
      error.textContent = 'Chưa ghi nhận được: không ai tự xem xét lý do của mình; nếu không phải, tải lại danh sách công việc.';
    }
  }

  mountPoint.replaceChildren(
    facts([['Đồng chí', view.visitor], ['Chi bộ', view.cell], ['Buổi họp', view.meetingAt], ['Lý do', view.reason],
      ['Ghi rõ', view.note], ['Dự bù', view.makeUp ? 'Đề nghị dự bù kỳ sau' : null],
      ['Áp dụng', view.visits > 1 ? `Một quyết định cho ${view.visits} lượt dự của đợt vắng này` : null]]),
    element('p', { class: 'dsh-hint' }, 'Có lý do thì không tính là vắng. Không ai xem xét trong 05 ngày thì ghi nhận có lý do.'),
    error, element('div', { class: 'dsh-actions' }, ...(view.mine
      ? [button('Ghi nhận có lý do', 'EXCUSED', true), button('Không có lý do', 'MISSED', false)]
      : [element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý')])));
}

// Staff decide whether an absence is excused; never the absent person.
import { get } from './api.js';
import { showDecision } from './decision-form.js';
import { mountTask } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/absences/${camForm.taskId}`), (view) => showDecision(mountPoint, camForm, view, {
    variable: 'absenceDecision',
    about: [['Đồng chí', view.visitor], ['Chi bộ', view.cell], ['Buổi họp', view.meetingAt], ['Lý do', view.reason], ['Ghi rõ', view.note],
      ['Dự bù', view.makeUp ? 'Đề nghị dự bù kỳ sau' : null],
      ['Áp dụng', view.visits > 1 ? `Một quyết định cho ${view.visits} lượt dự của đợt vắng này` : null]],
    hint: 'Có lý do thì không tính là vắng. Không ai xem xét trong 05 ngày thì ghi nhận có lý do.',
    buttons: [['EXCUSED', 'Ghi nhận có lý do'], ['MISSED', 'Không có lý do']],
    own: 'không ai tự xem xét lý do của mình',
  }));
}

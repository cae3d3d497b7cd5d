// Staff of the visitor's unit look at a visit again, because the host committee asked for it; never the visitor.
import { get } from './api.js';
import { showDecision } from './decision-form.js';
import { mountTask } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/objections/${camForm.taskId}`), (view) => showDecision(mountPoint, camForm, view, {
    variable: 'objectionDecision',
    about: [['Đồng chí', view.visitor], ['Chi bộ', `${view.cell}, ${view.commune}`], ['Buổi họp', view.meetingAt],
      ['Nơi có chi bộ đề nghị', view.objection]],
    hint: 'Không ghi nhận thì lượt dự tính là không dự và việc báo cáo còn mở được đóng lại. Không ai xem xét trong 05 ngày thì giữ kết quả.',
    buttons: [['KEPT', 'Giữ kết quả lượt dự'], ['NOT_ATTENDED', 'Không ghi nhận']],
    own: 'không ai tự xem xét lượt dự của mình',
  }));
}

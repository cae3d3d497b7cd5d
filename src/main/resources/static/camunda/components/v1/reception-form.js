// The receiver reads a report, may leave a remark, and receives it.
import { get, put, Refused } from './api.js';
import { announce, element, facts } from './dom.js';
import { shownReport } from './report-shown.js';
import { claim, complete, mountTask, setVariable } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/tasks/${camForm.taskId}`), (view) => show(mountPoint, camForm, view));
}

function show(mountPoint, camForm, view) {
  const remark = element('textarea', { id: 'dsh-remark', class: 'form-control', rows: 3, maxlength: 2000 });
  const request = element('textarea', { id: 'dsh-request', class: 'form-control', rows: 3, maxlength: 2000 });
  remark.value = view.remark ?? '';
  request.value = view.request ?? '';
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  let sending = false;

  async function decide({ decision, save, done, failed }) {
    buttons.forEach((each) => { each.disabled = true; });
    error.hidden = true;
    try {
      await save();
      sending = true;
      setVariable(camForm, 'receptionDecision', decision);
      await complete(mountPoint, camForm);
      announce(done);
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure instanceof Refused ? failure.message : failed;
    } finally {
      sending = false;
      buttons.forEach((each) => { each.disabled = false; });
    }
  }

  const receive = () => decide({
    decision: 'RECEIVED',
    save: () => put(`/attendance/tasks/${camForm.taskId}/remark`, { remark: remark.value }),
    done: `Đã tiếp nhận báo cáo của đồng chí ${view.visitor}.`, failed: 'Chưa tiếp nhận được: thử lại sau ít phút.',
  });
  const askMore = () => decide({
    decision: 'TO_SUPPLEMENT',
    save: async () => {
      if (request.value.trim() === '') {
        request.focus();
        throw new Refused(400, 'Đề nghị đồng chí ghi nội dung cần bổ sung.');
      }
      await put(`/attendance/tasks/${camForm.taskId}/supplement-request`, { request: request.value });
    },
    done: `Đã đề nghị đồng chí ${view.visitor} bổ sung báo cáo.`, failed: 'Chưa gửi được đề nghị: thử lại sau ít phút.',
  });

  const button = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: receive }, 'Tiếp nhận');
  const moreButton = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: askMore }, 'Đề nghị bổ sung');
  const buttons = [button, moreButton];
  mountPoint.replaceChildren(
    facts([['Người báo cáo', `Đồng chí ${view.visitor}`], ['Chi bộ đến dự', `${view.cell}, ${view.commune}`],
      ['Buổi họp', view.meetingAt], ['Gửi lúc', `${view.submittedAt} (${view.state})`]]),
    facts([['Bản giấy', view.paper], ['Cùng đoàn', view.joint ? 'Báo cáo do đồng chí khác trong đoàn ghi' : null]]),
    ...shownReport(view, `/attendance/tasks/${camForm.taskId}/files`),
    view.mine
      ? element('div', { class: 'dsh-field' }, element('label', { for: 'dsh-remark' },
        'Nhận xét chất lượng tham gia (nếu có)'), remark)
      : element('p', { class: 'dsh-warning' }, 'Nhận xử lý việc này rồi mới tiếp nhận báo cáo.'),
    error, element('div', { class: 'dsh-actions' }, view.mine ? button
      : element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý')),
    view.mine && !view.correction ? element('details', { class: 'dsh-story' }, element('summary', {}, 'Báo cáo còn thiếu nội dung'),
      element('div', { class: 'dsh-field' }, element('label', { for: 'dsh-request' }, 'Nội dung cần bổ sung'), request), moreButton) : '',
    element('details', { class: 'dsh-story' }, element('summary', {}, 'Quá trình xử lý'),
      element('ol', {}, ...view.story.map((fact) => element('li', {}, `${fact.at}, ${fact.who}: ${fact.text}`)))));

  camForm.on('submit', (event) => {
    if (view.mine && !sending) {
      event.submitPrevented = true;
      camForm.submitPrevented = true;
      receive();
    }
  });
}

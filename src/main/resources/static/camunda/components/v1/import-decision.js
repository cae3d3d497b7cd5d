// Completes a task with what was decided.
import { get } from './api.js';
import { announce, element } from './dom.js';
import { complete, mountTask, setVariable } from './tasklist.js';

/** Shows the task's import with `show(found, steps)`; `steps` has what completes the task. */
export function mountImportTask(mountPoint, camForm, show) {
  return mountTask(mountPoint, () => get(`/organization/imports/tasks/${camForm.taskId}`), (found) => {
    const steps = decisions(mountPoint, camForm);
    const cancel = cancelButton(async () => {
      if (await steps.decide('CANCEL')) {
        announce('Lượt cập nhật đã hủy, dữ liệu tổ chức giữ nguyên.');
      }
    });
    show(found, { ...steps, cancel });
  });
}

/** For the buttons of a task's form; `decide` completes the task, Tasklist's own button does nothing by itself. */
export function decisions(mountPoint, camForm) {
  let decided = null;
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  camForm.on('submit', (event) => {
    if (!decided) {
      event.submitPrevented = true;
      camForm.submitPrevented = true;
    }
  });

  async function decide(decision) {
    error.hidden = true;
    setVariable(camForm, 'decision', decision);
    decided = decision;
    try {
      await complete(mountPoint, camForm);
      return true;
    } catch (failure) {
      error.hidden = false;
      error.textContent = 'Chưa thực hiện được: tải lại danh sách công việc rồi thử lại.';
      return false;
    } finally {
      decided = null;
    }
  }

  return { decide, error };
}

/** A button that asks once more before it acts. */
export function cancelButton(act, label = 'Hủy lượt cập nhật', yesLabel = 'Hủy, giữ nguyên dữ liệu') {
  const button = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: ask }, label);

  function ask() {
    const yes = element('button', { type: 'button', class: 'btn btn-danger dsh-second', onclick: act }, yesLabel);
    const no = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => question.replaceWith(button) }, 'Không hủy');
    const question = element('span', { class: 'dsh-question', role: 'group', 'aria-label': 'Xác nhận hủy' }, yes, ' ', no);
    button.replaceWith(question);
    no.focus();
  }
  return button;
}

// The report form of a visit: prefilled head, six answers, saved as typed, sent by one button.
import { get, Refused } from './api.js';
import { announce, element, facts, useStyles } from './dom.js';
import { Draft } from './draft.js';
import { FIELDS } from './report-fields.js';
import { bringIntoView, complete } from './tasklist.js';

export async function mount(mountPoint, camForm) {
  useStyles();
  try {
    new ReportForm(mountPoint, camForm, await get(`/attendance/tasks/${camForm.taskId}`)).show();
  } catch (failure) {
    mountPoint.replaceChildren(element('p', { class: 'dsh-error', role: 'alert' },
      failure instanceof Refused ? failure.message : 'Chưa tải được báo cáo: kiểm tra mạng rồi mở lại việc này.'));
  }
}

class ReportForm {
  constructor(mountPoint, camForm, view) {
    Object.assign(this, { mountPoint, camForm, view });
    this.inputs = new Map();
    this.sending = false;
    this.draft = new Draft({
      taskId: camForm.taskId, user: view.user, version: view.version,
      read: () => this.answers(), listener: (status) => this.showStatus(status),
    });
  }

  show() {
    this.status = element('p', { class: 'dsh-status', role: 'status' },
      this.view.savedAt ? `Đã lưu lúc ${this.view.savedAt}` : '');
    this.error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
    this.sendButton = element('button',
      { type: 'button', class: 'btn btn-primary dsh-send', onclick: () => this.send() }, 'Gửi báo cáo');
    this.body = element('fieldset', { class: 'dsh-fields', disabled: !this.view.mine },
      ...FIELDS.map((field) => this.field(field)));
    this.mountPoint.replaceChildren(this.head(), this.body, this.error,
      element('div', { class: 'dsh-actions' }, this.view.mine ? this.sendButton : '', this.status));
    bringIntoView(this.mountPoint);
    this.camForm.on('submit', (event) => this.guardSubmit(event));
    if (this.view.mine) {
      this.restoreLocalCopy();
    }
  }

  head() {
    const { view } = this;
    return element('section', { class: 'dsh-head' },
      facts([['Chi bộ đến dự', `${view.cell}, ${view.commune}`], ['Buổi họp', view.meetingAt],
        ['Nơi nhận báo cáo', view.receiver]]),
      element('p', { class: view.late ? 'dsh-limit dsh-late' : 'dsh-limit' },
        (view.late ? 'Đã quá hạn. ' : '') + view.limitReason),
      view.request ? element('p', { class: 'dsh-limit dsh-late' }, `Nơi nhận đề nghị bổ sung: ${view.request}`) : '',
      element('p', { class: 'dsh-warning' },
        'Không ghi nội dung bí mật nhà nước, không ghi khiếu nại, tố cáo đối với cá nhân vào báo cáo này.'));
  }

  field(field) {
    const id = `dsh-${field.name}`;
    const input = this.input(field, id);
    input.value = this.view.answers[field.name] ?? '';
    input.addEventListener('input', () => {
      this.showProblem(field.name, null);
      this.draft.changed();
    });
    const problem = element('p', { class: 'dsh-problem', id: `${id}-problem`, hidden: true });
    this.inputs.set(field.name, { input, problem });
    return element('div', { class: field.half ? 'dsh-field dsh-half' : 'dsh-field' },
      element('label', { for: id }, field.label),
      input, field.hint ? element('p', { class: 'dsh-hint', id: `${id}-hint` }, field.hint) : '', problem);
  }

  input(field, id) {
    const common = { id, name: field.name, class: 'form-control',
      'aria-describedby': field.hint ? `${id}-hint ${id}-problem` : `${id}-problem` };
    if (field.choices) {
      return element('select', common, element('option', { value: '' }, 'Chọn…'),
        ...Object.entries(field.choices).map(([value, label]) => element('option', { value }, label)));
    }
    if (field.type === 'text') {
      return element('textarea', { ...common, rows: 5, maxlength: 20000 });
    }
    return element('input', { ...common, type: field.type, min: 0, inputmode: field.type === 'number' ? 'numeric' : null });
  }

  answers() {
    const answers = {};
    this.inputs.forEach(({ input }, name) => { answers[name] = input.value === '' ? null : input.value; });
    return answers;
  }

  restoreLocalCopy() {
    const copy = this.draft.localCopy();
    if (!copy || JSON.stringify(copy.answers) === JSON.stringify(this.answers())) {
      return;
    }
    const use = () => {
      this.inputs.forEach(({ input }, name) => { input.value = copy.answers[name] ?? ''; });
      this.draft.changed();
    };
    if (copy.basedOn === this.draft.version) {
      use();
      return;
    }
    this.offerLocalCopy(use);
  }

  offerLocalCopy(use) {
    const offer = element('p', { class: 'dsh-error', role: 'alert' },
      'Trên máy này còn nội dung chưa lưu, trong khi báo cáo đã được lưu từ thiết bị khác. ',
      element('button', { type: 'button', class: 'btn btn-default', onclick: () => { use(); offer.remove(); } },
        'Dùng nội dung trên máy'), ' ',
      element('button', { type: 'button', class: 'btn btn-default',
        onclick: () => { this.draft.forgetLocally(); offer.remove(); } }, 'Dùng bản đã lưu'));
    this.body.before(offer);
  }

  showStatus({ state, savedAt, message }) {
    const texts = { saving: 'Đang lưu…', saved: `Đã lưu lúc ${savedAt}`,
      unsaved: 'Chưa lưu được, nội dung còn trên máy' };
    this.status.textContent = texts[state] ?? 'Chưa lưu được, nội dung còn trên máy';
    this.showError(message ?? null);
  }

  showError(sentence) {
    this.error.hidden = !sentence;
    this.error.textContent = sentence ?? '';
  }

  showProblem(name, sentence) {
    const { input, problem } = this.inputs.get(name);
    problem.hidden = !sentence;
    problem.textContent = sentence ?? '';
    input.setAttribute('aria-invalid', sentence ? 'true' : 'false');
  }

  showProblems(problems) {
    this.inputs.forEach((_, name) => this.showProblem(name, null));
    [...problems].reverse().forEach(({ field, message }) => this.showProblem(field, message));
    this.inputs.get(problems[0].field)?.input.focus();
  }

  async send() {
    this.sendButton.disabled = true;
    this.showError(null);
    try {
      const problems = await this.draft.flush();
      if (problems.length > 0) {
        this.showProblems(problems);
        return;
      }
      this.sending = true;
      await complete(this.mountPoint, this.camForm);
      this.draft.close();
      // The first submission decides; what is added later is neither late nor on time.
      const when = this.view.submittedAt ? 'bản bổ sung' : this.draft.late ? 'đã quá hạn' : 'trong hạn';
      announce(`Báo cáo đã gửi ${this.view.receiver}, ${when}.`, { href: '/camunda/visits/', text: 'Xem hoặc rút lại' });
    } catch (failure) {
      this.showError(failure instanceof Refused ? failure.message : 'Báo cáo chưa gửi được: nội dung còn trên máy, thử gửi lại.');
    } finally {
      this.sending = false;
      this.sendButton.disabled = false;
    }
  }

  /** Tasklist's own button would send what is saved, not what is on the screen. */
  guardSubmit(event) {
    if (!this.sending) {
      event.submitPrevented = true;
      this.camForm.submitPrevented = true;
      this.send();
    }
  }
}

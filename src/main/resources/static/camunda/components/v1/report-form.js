// The report form of a visit: a few prefilled answers open, the rest folded, saved as typed, sent by one button.
import { get, Refused } from './api.js';
import { announce, element, facts, useStyles } from './dom.js';
import { Draft, savingText } from './draft.js';
import { filesSection } from './report-files.js';
import { delegationPart, paperPart } from './report-instead.js';
import { ReportSections } from './report-sections.js';
import { bringIntoView, complete } from './tasklist.js';

/** The form of a task in Tasklist. */
export async function mount(mountPoint, camForm) {
  useStyles();
  const address = `/attendance/tasks/${camForm.taskId}`;
  try {
    const view = await get(address);
    const form = new ReportForm(mountPoint, view, {
      address, files: `${address}/files`, button: view.sendButton,
      send: () => complete(mountPoint, camForm),
      sent: (draft) => announce(`${view.correction ? 'Bản đính chính' : 'Báo cáo'} đã gửi ${view.receiver}${whenSent(view, draft)}.`,
        { href: '/camunda/visits/', text: 'Xem hoặc rút lại' }),
      instead: (send) => ({ above: delegationPart(view, address, send), below: paperPart(view, address, send) }),
    });
    form.show();
    // Tasklist's own button would send what is saved, not what is on the screen.
    camForm.on('submit', (event) => {
      if (!form.sending) {
        event.submitPrevented = true;
        camForm.submitPrevented = true;
        form.send();
      }
    });
    bringIntoView(mountPoint);
  } catch (failure) {
    mountPoint.replaceChildren(element('p', { class: 'dsh-error', role: 'alert' },
      failure instanceof Refused ? failure.message : 'Chưa tải được báo cáo: kiểm tra mạng rồi mở lại việc này.'));
  }
}

/** The first submission decides; what is added later is neither late nor on time. */
function whenSent(view, draft) {
  if (view.submittedAt) {
    return view.correction ? '' : ', bản bổ sung';
  }
  return draft.late ?? view.late ? ', đã quá hạn' : ', trong hạn';
}

/**
 * The form itself. `door`: where it is read and saved (`address`), where its files are (null: none), the words of the
 * `button`, how it is sent (`send`), what happens then (`sent`), what may be sent in the place of answers (`instead`).
 */
export class ReportForm {
  constructor(mountPoint, view, door) {
    Object.assign(this, { mountPoint, view, door });
    this.sending = false;
    this.draft = new Draft({
      address: door.address, user: view.user, version: view.version, onlyHere: door.onlyHere,
      read: () => this.sections.answers(), listener: (status) => this.showStatus(status),
    });
  }

  show() {
    this.status = element('p', { class: 'dsh-status', role: 'status' },
      this.view.savedAt ? `Đã lưu lúc ${this.view.savedAt}` : '');
    this.error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
    this.sendButton = element('button',
      { type: 'button', class: 'btn btn-primary dsh-send', onclick: () => this.send() }, this.door.button);
    this.sections = new ReportSections(this.view.form, () => this.draft.changed());
    this.files = this.door.files ? filesSection(this.view.form.files, this.door.files) : null;
    this.sections.set(this.view.answers);
    this.sections.prefill(this.view.form.prefill);
    this.sections.showScores(this.view.form.scores);
    this.body = element('fieldset', { class: 'dsh-form', disabled: !this.view.mine }, ...this.sections.nodes,
      this.files ? this.files.node : '');
    const instead = this.view.mine && this.door.instead ? this.door.instead((act) => this.perform(act)) : { above: '', below: '' };
    this.mountPoint.replaceChildren(this.head(), instead.above, this.body, this.error,
      element('div', { class: 'dsh-actions' }, this.view.mine ? this.sendButton : '', this.status), instead.below);
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
      view.drafter ? element('p', { class: 'dsh-limit' }, `Bản thảo do đồng chí ${view.drafter} soạn giúp: đề nghị đồng chí xem, sửa nếu cần rồi xác nhận và gửi.`) : '',
      view.request ? element('p', { class: 'dsh-limit dsh-late' }, `Nơi nhận đề nghị bổ sung: ${view.request}`) : '',
      element('p', { class: 'dsh-warning' },
        'Không ghi nội dung bí mật nhà nước, không ghi khiếu nại, tố cáo đối với cá nhân vào báo cáo này.'),
      element('details', { class: 'dsh-warning' }, element('summary', {}, 'Khiếu nại, tố cáo gửi đến đâu'),
        element('p', {}, 'Đề nghị đồng chí hướng dẫn người có đơn ghi rõ họ tên, địa chỉ và gửi trực tiếp hoặc qua bưu điện: '
          + 'về tổ chức đảng, đảng viên, gửi ủy ban kiểm tra của cấp ủy quản lý; về cơ quan nhà nước, cán bộ, công chức, '
          + 'gửi nơi tiếp công dân của ủy ban nhân dân xã, phường hoặc của tỉnh. Nội dung mật chỉ ghi và gửi bằng văn bản giấy.')));
  }

  restoreLocalCopy() {
    const copy = this.draft.localCopy();
    if (!copy || JSON.stringify(copy.answers) === JSON.stringify(this.sections.answers())) {
      return;
    }
    const use = () => {
      this.sections.set(copy.answers);
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

  showStatus(status) {
    this.status.textContent = savingText(status);
    this.showError(status.message ?? null);
    if (status.scores) {
      this.sections.showScores(status.scores);
    }
  }

  showError(sentence) {
    this.error.hidden = !sentence;
    this.error.textContent = sentence ?? '';
  }

  async send() {
    await this.perform(async () => {
      if (this.files && !await this.files.settled()) {
        this.files.node.open = true;
        throw new Refused(400, 'Có tệp kèm theo chưa tải lên được: chọn lại tệp hoặc bỏ qua, rồi gửi lại.');
      }
      const problems = await this.draft.flush();
      if (problems.length > 0) {
        this.sections.showProblems(problems);
        return false;
      }
      return true;
    });
  }

  /** Does `act`, then sends unless it gave false. */
  async perform(act) {
    this.sendButton.disabled = true;
    this.showError(null);
    try {
      if (await act() === false) {
        return;
      }
      this.sending = true;
      await this.door.send(this.sections.answers());
      this.draft.done();
      this.door.sent(this.draft);
    } catch (failure) {
      this.showError(failure instanceof Refused ? failure.message : 'Báo cáo chưa gửi được: nội dung còn trên máy, thử gửi lại.');
    } finally {
      this.sending = false;
      this.sendButton.disabled = false;
    }
  }
}

// A member's own plan of the year: written, supplemented, revised after the hosts' opinions, saved as typed, sent by one button.
import { get, post, put, Refused } from './api.js';
import { announce, element, facts } from './dom.js';
import { Draft, savingText } from './draft.js';
import { instantText, limitText } from './moments.js';
import { PlanEditor, undoPart } from './plan-editor.js';
import { counted, remarkList } from './plan-lines.js';
import { askedButton, mountPlanTask } from './plan-task.js';

const STEPS = {
  WRITE: { button: 'Gửi kế hoạch', sent: 'Kế hoạch đã gửi ban tổ chức',
    hint: 'Hệ thống đã điền sẵn phương án gợi ý. Đồng chí xem từng dòng, đổi chi bộ hoặc ngày nếu cần, rồi gửi kế hoạch.' },
  SUPPLEMENT: { button: 'Gửi lại kế hoạch', sent: 'Kế hoạch bổ sung đã gửi ban tổ chức',
    hint: 'Ban tổ chức đề nghị bổ sung: ý kiến ghi dưới từng dòng. Đồng chí sửa rồi gửi lại.' },
  REVISE: { button: 'Gửi kế hoạch đã hoàn thiện', sent: 'Kế hoạch đã hoàn thiện và gửi ban tổ chức',
    hint: 'Các dòng tô màu có ngày khác do nơi có chi bộ đề nghị: lấy ngày đó bằng một lần bấm, hoặc chọn ngày, chi bộ khác.' },
};
const AMENDING = 'Chỉ gồm các lượt dự cần điều chỉnh: đổi chi bộ, đổi ngày hoặc rút lượt dự, rồi gửi. Các lượt dự khác giữ nguyên.';
const JOINING = 'Các kỳ còn lại của năm: hệ thống đã điền sẵn phương án gợi ý. Đồng chí xem từng dòng, đổi chi bộ hoặc ngày nếu cần, rồi gửi kế hoạch.';
const NOT_SENT = 'Kế hoạch chưa gửi được: nội dung còn trên máy, thử gửi lại.';

/** The form of a task in Tasklist. */
export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, (task) => get(`/plans/${task.plan}`),
    (view, completion) => new PlanForm(mountPoint, view, completion).show());
}

class PlanForm {
  constructor(mountPoint, view, completion) {
    Object.assign(this, { mountPoint, view, completion, address: `/plans/${view.id}`, step: STEPS[view.step] });
    this.status = element('p', { class: 'dsh-status', role: 'status' }, view.savedAt ? `Đã lưu lúc ${instantText(view.savedAt)}` : '');
  }

  show() {
    const { view } = this;
    this.remarks = element('div', {}, remarkList(view.remarks));
    this.undo = element('div', {});
    this.editor = new PlanEditor(view.lines, { changed: () => this.draft.changed(), choices: (line) => `${this.address}/lines/${line.id}/choices`,
      amending: view.kind === 'AMENDMENT', asked: view.step === 'SUPPLEMENT', undoable: () => this.undo.replaceChildren(),
      fixed: (line) => !view.editable || (view.step === 'REVISE' && line.state !== 'OTHER_DATE'),
      more: !view.editable || view.step === 'REVISE' ? null : { add: (line) => this.changeVisits(line, 'further', 'thêm'),
        remove: (line) => this.changeVisits(line, 'removal', 'bỏ') } });
    this.draft = new Draft({ address: this.address, user: view.user, version: view.version, read: () => this.editor.value(),
      store: (version, typed) => this.store(version, typed), listener: (status) => this.told(status) });
    this.mountPoint.replaceChildren(this.head(), this.completion.above, this.editor.node, this.undo, this.completion.error, ...(view.editable ? [this.actions()] : []));
    if (view.editable) {
      this.completion.restore(this.draft, (answers) => {
        this.editor.set(answers);
        this.draft.changed();
      });
    }
  }

  head() {
    const { view } = this;
    return element('section', { class: 'dsh-head' },
      facts([['Kế hoạch', `Dự sinh hoạt chi bộ khu dân cư năm ${view.year}`], ['Của', `Đồng chí ${view.member}${view.post ? ` (${view.post})` : ''}`],
        ['Hạn', view.editable ? limitText(view.limitAt) : null]]),
      view.urgedAt ? element('p', { class: 'dsh-limit dsh-attention' },
        `Ban tổ chức, văn phòng đã đôn đốc lúc ${instantText(view.urgedAt)}: đề nghị đồng chí gửi kế hoạch.`) : '',
      view.reason ? element('p', { class: 'dsh-limit' }, `${this.amends() ? 'Điều chỉnh vì' : 'Lý do'}: ${view.reason}`) : '',
      view.boardComment ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Đề nghị bổ sung: '), view.boardComment) : '',
      element('p', { class: 'dsh-hint' }, this.hint()), this.remarks);
  }

  hint() {
    const { view } = this;
    if (!view.editable) {
      return `${view.stateLabel}.`;
    }
    if (view.kind === 'AMENDMENT' && view.step === 'WRITE') {
      return this.amends() ? AMENDING : JOINING;
    }
    return this.step.hint;
  }

  /** Whether visits in force change; who joins in mid-year has none yet. */
  amends() {
    return this.view.lines.some((line) => line.replaces);
  }

  actions() {
    const again = askedButton({ text: 'Đề xuất lại', className: 'btn btn-default dsh-second',
      question: 'Hệ thống chọn chi bộ và ngày: chỉ cho các dòng còn trống, hay thay tất cả các dòng?',
      answers: [['Chỉ dòng còn trống', () => this.proposeAgain(false)], ['Thay tất cả', () => this.proposeAgain(true)]] });
    return element('div', { class: 'dsh-actions' }, element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: () => this.send() },
      this.step.button), this.view.step === 'REVISE' ? '' : again, this.status);
  }

  async store(version, typed) {
    const lines = typed.map(({ id, cellId, meetingAt, theme, withdrawn }) => ({ id, cellId, meetingAt, theme, withdrawn: Boolean(withdrawn) }));
    const view = await put(this.address, { version, lines });
    return { version: view.version, savedAt: instantText(view.savedAt), view, problems: faulty(view) };
  }

  told(status) {
    this.status.textContent = savingText(status);
    this.completion.toldOf(status, () => this.reload());
    if (status.saved) {
      this.heard(status.saved.view);
    }
  }

  /** What the server says of what it has saved. */
  heard({ lines, remarks }) {
    this.editor.told(lines);
    this.remarks.replaceChildren(remarkList(remarks) ?? '');
  }

  /** The other device's version comes; what was typed here is then offered beside it. */
  async reload() {
    await this.completion.perform(async () => {
      const view = await get(this.address);
      Object.assign(this.view, view);
      this.show();
    }, 'Chưa tải được bản đã lưu: kiểm tra mạng rồi bấm lại.');
  }

  /** A visit more or less in the period of the line: what is typed is saved first, then the table is shown anew. */
  async changeVisits(line, door, act) {
    await this.completion.perform(async () => {
      await this.draft.flush();
      const before = this.view.lines.map((each) => each.id);
      const sent = JSON.stringify(this.editor.value());
      Object.assign(this.view, await post(`${this.address}/lines/${line.id}/${door}`, { version: this.draft.version }));
      const typed = this.editor.value();
      this.draft.done();
      this.show();
      if (JSON.stringify(typed) !== sent) {
        this.editor.set(typed);
        this.draft.changed();
      }
      const added = this.view.lines.find((each) => !before.includes(each.id)) ?? this.view.lines.find((each) => each.period === line.period);
      this.mountPoint.querySelector(`[data-line="${added?.id}"]`)?.focus();
    }, `Chưa ${act} được cuộc sinh hoạt: kiểm tra mạng rồi bấm lại.`);
  }

  async proposeAgain(all) {
    await this.completion.perform(async () => {
      await this.draft.flush();
      const back = this.editor.remembered();
      const view = await post(`${this.address}/proposal`, { version: this.draft.version, replace: all });
      this.draft.version = view.version;
      this.editor.set(view.lines);
      this.heard(view);
      this.draft.forgetLocally();
      this.status.textContent = `Đã lưu lúc ${instantText(view.savedAt)}`;
      this.editor.dropUndo();
      this.undo.replaceChildren(undoPart(all ? 'Đã đề xuất lại tất cả các dòng.' : 'Đã đề xuất các dòng còn trống.', () => {
        this.undo.replaceChildren();
        back();
      }));
    }, 'Chưa đề xuất lại được: kiểm tra mạng rồi bấm lại.');
  }

  async send() {
    await this.completion.perform(async () => {
      const faults = await this.draft.flush();
      if (faults.length > 0) {
        const [first] = this.editor.faulty();
        first?.node.focus();
        throw new Refused(400, `Còn ${counted(faults.length, 'dòng')} phải sửa trước khi gửi: xem ghi chú màu đỏ dưới từng dòng.`);
      }
      await this.completion.complete();
      this.draft.done();
      announce(`${this.step.sent}.`, { href: '/camunda/plans/', text: 'Xem kế hoạch' });
    }, NOT_SENT);
  }
}

function faulty(view) {
  return view.lines.filter((line) => line.remarks.some((remark) => remark.kind === 'FAULT'));
}

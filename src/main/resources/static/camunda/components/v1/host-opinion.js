// A host committee says whether the visits to its cells suit: all at once, or another date line by line.
import { get, put, Refused } from './api.js';
import { announce, element, facts } from './dom.js';
import { Draft, savingText } from './draft.js';
import { limitText, momentText } from './moments.js';
import { byDate, counted, gonePart, replacedPart } from './plan-lines.js';
import { momentField } from './plan-moment.js';
import { askedButton, claimButton, mountPlanTask } from './plan-task.js';

const VARIABLE = 'hostDecision';
const LONGEST_NOTE = 500;

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, (task) => get(`/plans/requests/${task.request}`),
    (request, completion) => new HostForm(mountPoint, request, completion).show());
}

class HostForm {
  constructor(mountPoint, request, completion) {
    Object.assign(this, { mountPoint, request, completion, address: `/plans/requests/${request.id}`, mine: request.mine && request.open });
    this.status = element('p', { class: 'dsh-status', role: 'status' });
    this.actions = element('div', { class: 'dsh-actions' });
  }

  show() {
    const { request } = this;
    this.lines = byDate(request.lines).map((line) => new AnsweredLine(line, this.mine, () => this.changed()));
    this.draft = new Draft({ address: this.address, user: request.user, version: request.version, read: () => this.lines.map((line) => line.value()),
      store: (version, lines) => this.store(version, lines), listener: (status) => this.told(status) });
    this.mountPoint.replaceChildren(facts([['Cấp ủy có đồng chí về dự', request.from], ['Nơi có chi bộ', request.host], ['Năm', String(request.year)],
      ['Hạn', request.open ? limitText(request.limitAt) : null], ['Số lượt dự', String(request.lines.filter((line) => !line.gone).length)]]),
    element('p', { class: 'dsh-hint' }, request.open ? 'Lịch nào chưa hợp thì bấm Đề nghị ngày khác ở dòng đó; còn lại coi như thống nhất. '
      + 'Quá hạn không có ý kiến thì coi như thống nhất.' : 'Việc lấy ý kiến đã kết thúc.'),
    this.completion.above, element('ul', { class: 'dsh-requests' }, ...this.lines.map((line) => line.node)), this.completion.error, this.actions);
    this.showActions();
    if (this.mine) {
      this.completion.restore(this.draft, (answers) => {
        const byId = new Map(answers.map((answer) => [answer.id, answer]));
        this.lines.forEach((line) => line.put(byId.get(line.line.id)));
        this.changed();
      });
    }
  }

  changed() {
    this.showActions();
    this.draft.changed();
  }

  showActions() {
    if (!this.mine) {
      this.actions.replaceChildren(...(this.request.open ? [claimButton()] : []));
      return;
    }
    const others = this.lines.filter((line) => line.other()).length;
    this.actions.replaceChildren(others === 0
      ? element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: () => this.answer('AGREE_ALL') }, 'Thống nhất tất cả')
      : element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: () => this.answer('AS_MARKED') },
        `Gửi ý kiến: ${counted(others, 'lịch đề nghị ngày khác')}`),
    ...(others === 0 ? [] : [askedButton({ text: 'Thống nhất tất cả', className: 'btn btn-default dsh-second',
      question: 'Thống nhất tất cả các lịch, bỏ các ngày khác đã ghi?', answers: [['Thống nhất tất cả', () => this.answer('AGREE_ALL')]] })]), this.status);
  }

  async store(version, lines) {
    const saved = await put(this.address, { version, lines });
    return { version: saved.version, problems: [] };
  }

  told(status) {
    this.status.textContent = savingText(status);
    this.completion.toldOf(status, () => this.reload());
  }

  async reload() {
    await this.completion.perform(async () => {
      Object.assign(this.request, await get(this.address));
      this.show();
    }, 'Chưa tải được bản mới nhất: kiểm tra mạng rồi bấm lại.');
  }

  answer(decision) {
    return this.completion.perform(async () => {
      const missing = decision === 'AS_MARKED' ? this.lines.find((line) => line.other() && !line.value().otherDate) : null;
      if (missing) {
        missing.focus();
        throw new Refused(400, `Đề nghị đồng chí chọn ngày khác cho lịch dự tại ${missing.line.cell}, hoặc bấm Thôi ở dòng đó.`);
      }
      await this.draft.flush();
      await this.completion.complete(VARIABLE, decision);
      this.draft.done();
      announce(decision === 'AGREE_ALL' ? `Đã thống nhất tất cả lịch dự với ${this.request.from}.` : `Ý kiến đã gửi ${this.request.from}.`,
        { href: '/camunda/plans/', text: 'Xem lịch' });
    }, 'Chưa gửi được ý kiến: kiểm tra mạng rồi bấm lại, nội dung đã ghi vẫn còn.');
  }
}

/** One visit with the host's answer. */
class AnsweredLine {
  constructor(line, mine, changed) {
    Object.assign(this, { line: { ...line }, mine, changed });
    this.part = element('div', {});
    this.node = element('li', { 'data-line': line.id }, element('p', {}, element('strong', {}, momentText(line.meetingAt))), element('p', {}, line.cell),
      element('p', {}, `Đồng chí ${line.visitor}${line.post ? ` (${line.post})` : ''}`), line.theme ? element('p', { class: 'dsh-hint' }, `Nội dung: ${line.theme}`) : '', replacedPart(line) ?? '', this.part);
    this.show();
  }

  other() {
    return this.line.answer === 'OTHER_DATE' && !this.line.gone;
  }

  value() {
    const { id, answer, otherDate, note } = this.line;
    return { id, answer: answer ?? null, otherDate: otherDate ?? null, note: note ?? null };
  }

  put(answer) {
    if (answer) {
      Object.assign(this.line, answer);
      this.show();
    }
  }

  change(values) {
    Object.assign(this.line, values);
    this.changed();
  }

  focus() {
    this.part.querySelector('select, input')?.focus();
  }

  show() {
    if (this.line.gone) {
      this.part.replaceChildren(gonePart(this.line));
      return;
    }
    if (!this.mine) {
      this.part.replaceChildren(this.other() ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Đề nghị ngày khác: '),
        momentText(this.line.otherDate), this.line.note ? `. ${this.line.note}` : '') : '');
      return;
    }
    this.node.classList.toggle('dsh-line-changed', this.other());
    this.part.replaceChildren(this.other() ? this.fields() : element('button', { type: 'button', class: 'btn btn-default dsh-second',
      'aria-label': `Đề nghị ngày khác, ${this.line.cell}`, onclick: () => {
        this.change({ answer: 'OTHER_DATE' });
        this.show();
        this.focus();
      } }, 'Đề nghị ngày khác'));
  }

  fields() {
    const { line } = this;
    const day = momentField({ label: 'Ngày, giờ đề nghị', id: `dsh-other-${line.id}`, value: line.otherDate, meetings: line.meetings,
      changed: (otherDate) => this.change({ otherDate }) });
    const note = element('textarea', { id: `dsh-note-${line.id}`, name: 'note', class: 'form-control', rows: 2, maxlength: LONGEST_NOTE,
      placeholder: 'Ví dụ: tuần đó xã có đại hội', oninput: () => this.change({ note: note.value }) });
    note.value = line.note ?? '';
    return element('div', { class: 'dsh-editor' }, element('div', { class: 'dsh-field' }, element('label', { for: `dsh-other-${line.id}` }, 'Ngày, giờ đề nghị'), day.node),
      element('div', { class: 'dsh-field' }, element('label', { for: note.id }, 'Lý do (nếu có)'), note),
      element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
        this.change({ answer: null, otherDate: null, note: null });
        this.show();
      } }, 'Thôi, thống nhất ngày này'));
  }
}

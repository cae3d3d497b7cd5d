// The board looks the members' plans over: comments beside lines, "Đề nghị bổ sung" for one plan, all on to the hosts.
import { get, post, put, Refused } from './api.js';
import { announce, element } from './dom.js';
import { Draft, savingText } from './draft.js';
import { campaignFacts, opinionPart } from './plan-campaign.js';
import { lineTable } from './plan-lines.js';
import { membersPart } from './plan-members.js';
import { askedButton, claimButton, mountPlanTask, Steps } from './plan-task.js';

const LONGEST_COMMENT = 1000;
const LONGEST_LINE_COMMENT = 500;

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, (task) => get(`/plans/campaigns/${task.campaign}`),
    (campaign, completion) => show(mountPoint, campaign, completion));
}

function show(mountPoint, campaign, completion) {
  const forms = new Map();
  const pass = () => completion.perform(async () => {
    await Promise.all([...forms.values()].map((form) => form.settled()));
    await completion.complete();
    announce('Đã rà soát. Hệ thống đang lấy ý kiến đảng ủy nơi có chi bộ.', { href: '/camunda/plans/', text: 'Xem tiến độ' });
  }, 'Chưa chuyển được: kiểm tra mạng rồi bấm lại, các ý kiến đã ghi vẫn còn.');
  mountPoint.replaceChildren(campaignFacts(campaign), opinionPart(campaign),
    element('p', { class: 'dsh-hint' }, campaign.mine ? 'Kế hoạch nào cần sửa thì bấm Ghi ý kiến, ghi dưới từng dòng rồi bấm Đề nghị bổ sung ở kế hoạch đó: đồng chí ấy nhận việc bổ sung. '
      + 'Khi không còn gì phải bổ sung, chuyển lấy ý kiến nơi có chi bộ.' : 'Nhận xử lý việc này rồi mới ghi ý kiến.'),
    completion.error, element('div', { class: 'dsh-actions' }, campaign.mine ? askedButton({ text: 'Chuyển lấy ý kiến nơi có chi bộ',
      question: 'Kế hoạch của các đồng chí được gửi đến đảng ủy nơi có chi bộ để cho ý kiến.', answers: [['Chuyển lấy ý kiến', pass]] }) : claimButton()),
    membersPart(campaign.id, { content: (plan, replace) => {
      const form = new CheckedPlan(plan, campaign, replace);
      forms.set(plan.id, form);
      return [form.place];
    }, open: true }));
}

/** One member's plan with the board's comments, saved as typed. */
class CheckedPlan {
  constructor(plan, campaign, replace) {
    Object.assign(this, { plan, replace, address: `/plans/${plan.id}`, open: campaign.mine && plan.state === 'SENT' });
    this.status = element('p', { class: 'dsh-status', role: 'status' });
    this.inputs = new Map();
    this.whole = this.comment('whole', `Ý kiến chung với đồng chí ${plan.member}`, plan.boardComment, LONGEST_COMMENT);
    this.draft = new Draft({ address: `${this.address}/comments`, user: campaign.user, version: plan.version, read: () => this.value(),
      store: (version, typed) => this.store(version, typed), listener: (status) => this.told(status) });
    this.place = element('div', {});
    this.steps = new Steps(this.place);
    const said = plan.boardComment || plan.lines.some((line) => line.boardComment);
    if (this.open && said) {
      this.write();
    } else {
      this.read();
    }
    if (this.open) {
      this.steps.restore(this.draft, (typed) => this.put(typed));
    }
  }

  read() {
    this.place.replaceChildren(this.steps.above, lineTable(this.plan.lines, { asked: this.plan.state === 'TO_SUPPLEMENT' }), this.plan.boardComment ? element('p', { class: 'dsh-limit dsh-attention' }, this.plan.boardComment) : '',
      this.open ? element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
        this.write();
        this.place.querySelector('textarea').focus();
      } }, 'Ghi ý kiến') : '');
  }

  write() {
    this.place.replaceChildren(this.steps.above, lineTable(this.plan.lines.map((line) => ({ ...line, boardComment: null })), { more: (line) => [this.lineComment(line)] }), this.whole.node, this.steps.error,
      element('div', { class: 'dsh-actions' }, element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => this.askMore() },
        'Đề nghị bổ sung'), this.status));
  }

  comment(key, label, value, longest) {
    const id = `dsh-comment-${this.plan.id}-${key}`;
    const input = element('textarea', { id, class: 'form-control', rows: 2, maxlength: longest, oninput: () => this.draft.changed() });
    input.value = value ?? '';
    return { input, node: element('div', { class: 'dsh-field' }, element('label', { for: id }, label), input) };
  }

  lineComment(line) {
    const made = this.comment(line.id, `Ý kiến về ${line.periodLabel}`, this.plan.lines.find((each) => each.id === line.id).boardComment, LONGEST_LINE_COMMENT);
    this.inputs.set(line.id, made.input);
    return made.node;
  }

  value() {
    return { comment: this.whole.input.value, lines: [...this.inputs].map(([id, input]) => ({ id, comment: input.value })) };
  }

  put({ comment, lines }) {
    this.write();
    this.whole.input.value = comment;
    lines.filter(({ id }) => this.inputs.has(id)).forEach((line) => { this.inputs.get(line.id).value = line.comment; });
    this.draft.changed();
  }

  async store(version, typed) {
    const saved = await put(`${this.address}/comments`, { version, ...typed });
    return { version: saved.version, problems: [] };
  }

  told(status) {
    this.status.textContent = savingText(status);
    this.steps.toldOf(status, () => this.reload());
  }

  /** What somebody else has written meanwhile comes; what was typed here is then offered. */
  async reload() {
    await this.steps.perform(async () => this.replace(await get(this.address)), 'Chưa tải được bản mới nhất: kiểm tra mạng rồi bấm lại.');
  }

  /** What has been typed here is on the server. */
  settled() {
    return this.open && this.draft.localCopy() ? this.draft.flush() : Promise.resolve();
  }

  askMore() {
    const { comment, lines } = this.value();
    return this.steps.perform(async () => {
      if (!comment.trim() && lines.every((line) => !line.comment.trim())) {
        this.whole.input.focus();
        throw new Refused(400, 'Đề nghị đồng chí ghi nội dung cần bổ sung dưới dòng hoặc ở ý kiến chung.');
      }
      await this.draft.flush();
      const changed = await post(`${this.address}/supplement`, { version: this.draft.version });
      this.draft.done();
      this.replace(changed, `Đã đề nghị đồng chí ${this.plan.member} bổ sung kế hoạch.`);
    }, 'Chưa gửi được đề nghị: kiểm tra mạng rồi bấm lại, ý kiến đã ghi vẫn còn.');
  }
}

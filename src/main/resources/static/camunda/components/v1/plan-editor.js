// The table in which a member plans visits: one group of rows a period, what is wrong or costs something said beside it.
import { element } from './dom.js';
import { fieldValue, momentText } from './moments.js';
import { cellChooser } from './plan-cells.js';
import { capital, opinions, placeText, remarkList, replacedPart, specialTag } from './plan-lines.js';
import { momentField } from './plan-moment.js';

const COLUMNS = ['Kỳ', 'Chi bộ', 'Ngày, giờ dự', 'Nội dung dự kiến'];
const LONGEST_THEME = 500;

/** What is typed of a line, with what is needed to show it again. */
const TYPED = ['id', 'cellId', 'meetingAt', 'theme', 'withdrawn', 'cell', 'commune', 'special', 'specialLabel', 'meetings'];

/** Where and when a line leads: what one tap may change, and one gives back. */
const PLACED = TYPED.filter((name) => !['id', 'theme'].includes(name));

/** What has been done, and the way back. */
export function undoPart(sentence, undo) {
  return element('div', { class: 'dsh-undo' }, element('p', { role: 'status' }, sentence),
    element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: undo }, 'Hoàn tác'));
}

/**
 * Rows for `lines`; `changed` with every change. `choices(line)` is the address at which cells are looked
 * for, `fixed(line)` says which lines stand as they are, `amending` whether visits may be taken back, `asked` whether the
 * board waits for an answer to what it says of them. `undoable` is called when there is a new way back. `more` adds a visit
 * in the period of a line or takes one out again; without it there is none to add.
 */
export class PlanEditor {
  constructor(lines, { changed, choices, undoable, amending = false, asked = false, fixed = () => false, more = null }) {
    Object.assign(this, { changed, choices, undoable, amending, asked, visits: more });
    this.rows = lines.map((line) => new EditedLine(line, this, fixed(line)));
    this.rows.forEach((row) => row.show());
    this.node = element('div', { class: 'dsh-lines dsh-edited' }, element('table', { class: 'dsh-table' },
      element('thead', {}, element('tr', {}, ...COLUMNS.map((name) => element('th', { scope: 'col' }, name)))),
      ...this.rows.map((row) => row.node)));
  }

  /** As typed, for the draft. */
  value() {
    return this.rows.map((row) => row.value());
  }

  /** Puts back what was typed before. */
  set(typed) {
    const byId = new Map(typed.map((each) => [each.id, each]));
    this.rows.forEach((row) => row.put(byId.get(row.line.id)));
  }

  /** Gives the way back to where all lines lead now; what is typed beside them meanwhile stays. */
  remembered() {
    const before = this.rows.map((row) => [row, row.placed()]);
    return () => before.filter(([row]) => !row.fixed).forEach(([row, placed]) => row.restore(placed));
  }

  /** One way back at a time: that of what has been done last. */
  dropUndo() {
    this.rows.filter((row) => row.panel.querySelector('.dsh-undo')).forEach((row) => row.close());
  }

  /** What the server says of the lines it has saved; what is being typed stays. */
  told(lines) {
    const byId = new Map(lines.map((line) => [line.id, line]));
    this.rows.forEach((row) => row.told(byId.get(row.line.id)));
  }

  /** Lines that keep the plan from being sent. */
  faulty() {
    return this.rows.filter((row) => row.faulty());
  }

  others(row) {
    return this.rows.filter((each) => each.line.period !== row.line.period && !each.fixed);
  }
}

class EditedLine {
  constructor(line, editor, fixed) {
    this.fixed = fixed;
    this.editor = editor;
    this.line = { ...line };
    this.name = line.further ? `${line.periodLabel}, cuộc thêm` : line.periodLabel;
    this.place = element('div', {});
    this.day = momentField({ label: `Ngày, giờ dự ${this.name}`, value: line.meetingAt, meetings: line.meetings,
      changed: (meetingAt) => this.change({ meetingAt }) });
    this.theme = element('textarea', { class: 'form-control', rows: 2, name: 'theme', maxlength: LONGEST_THEME, 'aria-label': `Nội dung dự kiến ${this.name}`,
      oninput: () => this.change({ theme: this.theme.value }) });
    this.notes = element('div', {});
    this.tools = element('div', { class: 'dsh-buttons' });
    this.panel = element('div', {});
    this.notesRow = element('tr', { class: 'dsh-notes' }, element('td', { colspan: COLUMNS.length }, this.notes, this.tools, this.panel));
    this.node = element('tbody', { class: 'dsh-line', 'data-line': line.id, tabindex: -1 }, this.fields(), this.notesRow);
  }

  fields() {
    const { line, fixed } = this;
    return element('tr', {}, element('td', { 'data-column': COLUMNS[0] }, element('strong', {}, capital(line.periodLabel)), line.further ? element('p', { class: 'dsh-hint' }, 'Cuộc sinh hoạt thêm') : ''),
      element('td', { 'data-column': COLUMNS[1] }, this.place),
      element('td', { 'data-column': COLUMNS[2] }, ...(fixed ? [momentText(line.meetingAt)] : [this.day.node])),
      element('td', { 'data-column': COLUMNS[3] }, fixed ? line.theme ?? '' : this.theme));
  }

  value() {
    return Object.fromEntries(TYPED.map((name) => [name, this.line[name] ?? null]));
  }

  placed() {
    return Object.fromEntries(PLACED.map((name) => [name, this.line[name] ?? null]));
  }

  restore(placed) {
    this.change(placed);
    this.show();
  }

  faulty() {
    return (this.line.remarks ?? []).some((remark) => remark.kind === 'FAULT');
  }

  put(typed) {
    if (typed && !this.fixed) {
      Object.assign(this.line, typed);
      this.show();
    }
  }

  told(saved) {
    if (!saved) {
      return;
    }
    const same = saved.cellId === this.line.cellId && fieldValue(saved.meetingAt) === fieldValue(this.line.meetingAt);
    if (same) {
      const meetingsKnown = JSON.stringify(saved.meetings) === JSON.stringify(this.line.meetings);
      const { remarks, why, meetings, special, specialLabel } = saved;
      Object.assign(this.line, { remarks, why, meetings, special, specialLabel });
      if (!meetingsKnown) {
        this.day.show(this.line.meetingAt, meetings);
      }
      this.showNotes();
    }
  }

  /** Remarks are those of the state before: they go until the server has looked at the new one. */
  change(values) {
    Object.assign(this.line, values);
    if ('meetingAt' in values || 'cellId' in values) {
      this.line.remarks = [];
      this.line.why = null;
    }
    this.showNotes();
    this.editor.changed();
  }

  show() {
    this.showPlace();
    this.day.show(this.line.meetingAt, this.line.meetings);
    this.theme.value = this.line.theme ?? '';
    this.showNotes();
  }

  showPlace() {
    const { line, fixed } = this;
    this.day.node.hidden = Boolean(line.withdrawn) || !line.cellId;
    this.theme.hidden = Boolean(line.withdrawn);
    this.place.replaceChildren(element('p', { class: line.cellId ? null : 'dsh-problem' }, placeText(line), ' ', specialTag(line) ?? ''));
    this.tools.replaceChildren(...(fixed ? [] : this.buttons()));
  }

  buttons() {
    const { line } = this;
    const button = (text, act) => element('button', { type: 'button', class: 'btn btn-default dsh-second', 'aria-label': `${text}, ${this.name}`, onclick: act }, text);
    return line.withdrawn ? [button('Giữ lượt dự này', () => this.withdraw(false))]
      : [button(line.cellId ? 'Đổi chi bộ' : 'Chọn chi bộ', () => this.choose()), ...this.more(button), ...this.further(button)];
  }

  more(button) {
    if (!this.line.cellId) {
      return [];
    }
    return [this.editor.others(this).length > 0 ? button('Chuyển kỳ', () => this.askWhere()) : '', this.editor.amending && this.line.replaces
      ? button('Rút lượt dự này', () => this.withdraw(true)) : this.line.further ? '' : button('Bỏ trống', () => this.clear())];
  }

  /** Beyond the visit that is owed in the period. */
  further(button) {
    const { visits } = this.editor;
    const added = this.line.further && !this.line.replaces;
    return visits === null ? [] : [added ? button('Bỏ cuộc này', () => visits.remove(this.line)) : button('Thêm cuộc sinh hoạt', () => visits.add(this.line))];
  }

  withdraw(withdrawn) {
    this.change({ withdrawn });
    this.show();
    this.focus();
  }

  /** The buttons of a row are made anew with what it says: the first of them is where one goes on. */
  focus() {
    this.tools.querySelector('button')?.focus();
  }

  clear() {
    const before = this.placed();
    const place = placeText(this.line);
    this.restore({ ...before, cellId: null, cell: null, commune: null, special: false, specialLabel: null, meetings: [], meetingAt: null });
    this.offerUndo(`Đã bỏ trống ${this.name} (${place}).`, () => this.restore(before));
    this.focus();
  }

  offerUndo(sentence, undo) {
    this.editor.dropUndo();
    this.editor.undoable();
    this.open(undoPart(sentence, () => {
      this.close();
      undo();
      this.focus();
    }));
  }

  /** A visit goes to another period, and what was planned there comes here. */
  askWhere() {
    const places = this.editor.others(this).map((other) => element('button', { type: 'button', class: 'btn btn-default dsh-second',
      onclick: () => this.moveTo(other) }, capital(other.name)));
    this.open(element('div', { class: 'dsh-editor', role: 'group', 'aria-label': 'Chuyển kỳ' },
      element('p', {}, element('strong', {}, 'Chuyển lượt dự này sang'), ' kỳ nào? Lượt dự của kỳ đó chuyển về đây, ngày dự của hai kỳ phải chọn lại.'),
      element('div', { class: 'dsh-actions' }, ...places, element('button', { type: 'button', class: 'btn btn-link dsh-small', onclick: () => this.giveUp() }, 'Thôi'))));
    places[0].focus();
  }

  giveUp() {
    this.close();
    this.focus();
  }

  moveTo(other) {
    const before = [[this, this.placed()], [other, other.placed()]];
    this.exchange(other);
    this.offerUndo(`Đã chuyển kỳ: đề nghị đồng chí chọn lại ngày dự ${this.name} và ${other.name}.`, () => {
      this.exchange(other);
      before.forEach(([row, placed]) => row.restore(placed));
    });
    this.day.focus();
  }

  /** Dates are those of the period: they stay behind. */
  exchange(other) {
    const taken = (line) => Object.fromEntries(['cellId', 'cell', 'commune', 'special', 'specialLabel', 'theme'].map((name) => [name, line[name] ?? null]));
    const mine = taken(this.line);
    const theirs = taken(other.line);
    [[this, theirs], [other, mine]].forEach(([row, values]) => row.restore({ ...values, meetings: [], meetingAt: null }));
  }

  choose() {
    const chooser = cellChooser({ title: this.name, address: this.editor.choices(this.line), picked: (choice) => this.pick(choice),
      closed: () => this.giveUp() });
    this.open(chooser.node);
    chooser.search.focus();
  }

  pick(choice) {
    this.close();
    const [first] = choice.meetings;
    this.change({ cellId: choice.id, cell: choice.cell, commune: choice.commune, special: choice.special, specialLabel: choice.specialLabel,
      meetings: choice.meetings, meetingAt: first ?? this.line.meetingAt });
    this.show();
    this.day.focus();
  }

  open(node) {
    this.panel.replaceChildren(node);
    node.scrollIntoView({ block: 'nearest' });
  }

  close() {
    this.panel.replaceChildren();
    this.showNotes();
  }

  /** The date the host proposes, with one tap. */
  takeHostDate() {
    this.change({ meetingAt: fieldValue(this.line.hostDate) });
    this.day.show(this.line.meetingAt, this.line.meetings);
  }

  showNotes() {
    const { line } = this;
    const taken = fieldValue(line.hostDate) === fieldValue(line.meetingAt);
    const take = line.state === 'OTHER_DATE' ? (taken ? element('p', { class: 'dsh-status' }, 'Đã lấy ngày nơi có chi bộ đề nghị.')
      : element('button', { type: 'button', class: 'btn btn-primary dsh-second', onclick: () => this.takeHostDate() }, 'Lấy ngày này')) : null;
    const replaced = line.withdrawn ? null : replacedPart(line);
    const gone = line.further ? 'Cuộc sinh hoạt thêm này rút khỏi kế hoạch.' : 'Lượt dự này rút khỏi kế hoạch: hệ thống tìm chi bộ khác theo luân phiên.';
    const notes = line.withdrawn ? [element('p', { class: 'dsh-limit' }, gone)] : [replaced, ...opinions(line, this.editor.asked), take, remarkList(line.remarks),
      line.why ? element('p', { class: 'dsh-hint' }, line.why) : null,
      this.fixed ? element('p', { class: 'dsh-hint' }, line.stateLabel) : null].filter(Boolean);
    this.notes.replaceChildren(...notes);
    this.notesRow.hidden = this.fixed && notes.length === 0;
    this.node.classList.toggle('dsh-line-fault', this.faulty());
    this.node.classList.toggle('dsh-line-changed', line.state === 'OTHER_DATE');
  }
}

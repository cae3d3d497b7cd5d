// Start form of a change of the calendar: the days of a year, what is missing, and what shall become of them.
import { get, post } from './api.js';
import { cell, dayText, meaning, statusTag, table } from './calendar-days.js';
import { CalendarDraft } from './calendar-draft.js';
import { dayEditor } from './calendar-editor.js';
import { followChange } from './calendar-progress.js';
import { element, useStyles } from './dom.js';
import { closeStartForm } from './follow-case.js';

const TET = { ONE_BEFORE: 'Tết: 01 ngày cuối năm, 04 ngày đầu năm', TWO_BEFORE: 'Tết: 02 ngày cuối năm, 03 ngày đầu năm' };

export async function mount(mountPoint, camForm) {
  useStyles();
  mountPoint.classList.add('dsh-calendar');
  const form = new CalendarForm(mountPoint);
  camForm.on('submit', (event) => {
    event.submitPrevented = true;
    camForm.submitPrevented = true;
    form.send();
  });
  await form.load(null);
}

class CalendarForm {
  constructor(mountPoint) {
    this.mountPoint = mountPoint;
    this.tet = 'ONE_BEFORE';
    this.error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
    this.sendButton = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: () => this.send() }, 'Xem trước');
  }

  async load(year) {
    try {
      this.view = await get(`/calendar/years${year ? `/${year}` : ''}?tet=${this.tet}`);
      this.draft ??= new CalendarDraft(this.view.user);
      const wanted = year ? null : this.yearOfDraft();
      if (wanted && wanted !== this.view.year) {
        await this.load(wanted);
        return;
      }
      this.show();
    } catch (failure) {
      this.mountPoint.replaceChildren(element('p', { class: 'dsh-error', role: 'alert' },
        failure.status ? failure.message : 'Chưa tải được lịch: kiểm tra mạng rồi mở lại biểu mẫu này.'));
    }
  }

  /** Opened again, the form goes on where it was left. */
  yearOfDraft() {
    const day = this.draft.typing?.fixed ? this.draft.typing.day : [...this.draft.changes.keys()].sort()[0];
    return day ? Number(day.slice(0, 4)) : null;
  }

  show() {
    const { open } = this.view;
    this.sendButton.disabled = Boolean(open) || this.draft.changes.size === 0;
    this.mountPoint.replaceChildren(...[open ? this.openChange(open) : null, this.warning(), this.head(),
      this.draft.typing && !this.draft.typing.fixed ? this.editor() : this.addButton(), this.missing(), this.days(), this.summary(),
      this.error, element('div', { class: 'dsh-actions' }, this.sendButton)].filter(Boolean));
  }

  openChange(open) {
    return element('p', { class: 'dsh-limit dsh-late' },
      `Tài khoản ${open.startedBy} đang điều chỉnh lịch, bắt đầu lúc ${open.startedAt}: hoàn tất hoặc hủy lượt đó trước. `,
      open.taskId && open.startedBy === this.view.user ? element('a', { href: `#/?task=${open.taskId}` }, 'Mở việc') : '');
  }

  warning() {
    const days = this.view.unconfirmed;
    return days.length === 0 ? null : element('p', { class: 'dsh-limit dsh-attention', role: 'status' },
      `Còn ${String(days.length).padStart(2, '0')} ngày chờ xác nhận, đang tính là ngày nghỉ: `
      + `${days.map((day) => `${day.day.split('-').reverse().join('/')} (${day.name})`).join('; ')}. `
      + 'Đối chiếu thông báo rồi bấm Xác nhận hoặc Bỏ.');
  }

  head() {
    const first = Number(this.view.today.slice(0, 4)) - 1;
    const years = element('select', { class: 'form-control', id: 'dsh-year', onchange: (event) => this.load(event.target.value) },
      ...[0, 1, 2, 3, 4].map((n) => element('option', { value: first + n }, String(first + n))));
    years.value = this.view.year;
    return element('div', { class: 'dsh-field dsh-year' }, element('label', { for: 'dsh-year' }, 'Năm'), years);
  }

  addButton() {
    return element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => this.type({
      day: '', kind: 'OFF', name: '', status: 'OFFICIAL', source: '', fixed: false }) }, 'Thêm ngày');
  }

  type(typing) {
    this.draft.type(typing);
    this.show();
    this.mountPoint.querySelector(`.dsh-editor [name=${typing.fixed ? 'source' : 'day'}]`)?.focus();
  }

  editor() {
    return dayEditor(this.draft.typing, {
      changed: (typing) => this.draft.type(typing),
      done: (day) => {
        this.draft.typing = null;
        this.want(day.day, day);
      },
      dropped: () => {
        this.draft.type(null);
        this.show();
      },
    });
  }

  /** Wanting what already is, is no change. */
  want(day, wanted) {
    const present = this.view.days.find((each) => each.day === day);
    const same = wanted ? present && ['kind', 'name', 'status', 'source'].every((name) => wanted[name] === present[name])
      : !present && Number(day.slice(0, 4)) === this.view.year;
    if (same) {
      this.draft.undo(day);
    } else {
      this.draft.set(day, wanted ? { kind: wanted.kind, name: wanted.name, status: wanted.status, source: wanted.source } : null);
    }
    this.error.hidden = true;
    if (Number(day.slice(0, 4)) === this.view.year) {
      this.show();
    } else {
      this.load(day.slice(0, 4));
    }
  }

  days() {
    const byDay = new Map(this.view.days.map((day) => [day.day, day]));
    this.draft.changes.forEach((wanted, day) => {
      if (Number(day.slice(0, 4)) === this.view.year && !byDay.has(day)) {
        byDay.set(day, null);
      }
    });
    if (byDay.size === 0) {
      return element('p', { class: 'dsh-hint' }, `Năm ${this.view.year} chưa có ngày nào.`);
    }
    return table(['Ngày', 'Nội dung', 'Tình trạng', 'Căn cứ', ''], [...byDay].sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([day, present]) => this.row(day, present)));
  }

  row(day, present) {
    const { changes, typing } = this.draft;
    const changed = changes.has(day);
    const now = changed ? changes.get(day) : present;
    const shown = now ?? present;
    const mark = !changed ? null : element('span', { class: `dsh-tag ${now ? (present ? 'dsh-changed' : 'dsh-new') : 'dsh-ended'}` },
      now ? (present ? 'Sửa' : 'Thêm') : 'Bỏ');
    const row = element('tr', { class: changed ? 'dsh-row-changed' : null },
      cell('Ngày', dayText(day)), cell('Nội dung', mark, mark ? ' ' : null, element(now ? 'span' : 'del', {}, meaning(shown))),
      cell('Tình trạng', statusTag(shown.status)), cell('Căn cứ', shown.source), cell('', ...this.buttons(day, now, changed)));
    return typing?.fixed && typing.day === day
      ? [row, element('tr', {}, element('td', { colspan: 5 }, this.editor()))] : [row];
  }

  buttons(day, now, changed) {
    const button = (label, act) => element('button', { type: 'button', class: 'btn btn-link dsh-small', onclick: act,
      'aria-label': `${label} ${dayText(day)}` }, label);
    return [
      now && now.status !== 'OFFICIAL' ? button('Xác nhận', () => this.type({ ...now, day, status: 'OFFICIAL', fixed: true })) : null,
      now ? button('Sửa', () => this.type({ ...now, day, fixed: true })) : null,
      now && !changed ? button('Bỏ', () => this.want(day, null)) : null,
      changed ? button('Hoàn tác', () => { this.draft.undo(day); this.show(); }) : null,
    ].filter(Boolean);
  }

  missing() {
    const days = this.view.missing.filter((day) => !this.draft.changes.has(day.day));
    const choice = element('select', { class: 'form-control', id: 'dsh-tet', 'aria-label': 'Cách nghỉ Tết', onchange: (event) => {
      this.tet = event.target.value;
      this.load(this.view.year);
    } }, ...Object.entries(TET).map(([value, label]) => element('option', { value }, label)));
    choice.value = this.tet;
    return element('details', { class: 'dsh-missing', open: days.length > 0 },
      element('summary', {}, element('strong', {}, 'Đề xuất chưa có trong lịch'), `: ${days.length} ngày`),
      element('p', { class: 'dsh-hint' }, 'Tính theo luật và âm lịch (giờ Việt Nam), chỉ để tham khảo. Ngày hoán đổi, làm bù theo thông báo hằng năm.'),
      choice, days.length === 0 ? null : table(['Ngày', 'Nội dung', 'Tình trạng', 'Căn cứ', ''], days.map((day) => element('tr', {},
        cell('Ngày', dayText(day.day)), cell('Nội dung', meaning(day)), cell('Tình trạng', statusTag(day.status)), cell('Căn cứ', day.source),
        cell('', element('button', { type: 'button', class: 'btn btn-link dsh-small', 'aria-label': `Đưa vào ${dayText(day.day)}`,
          onclick: () => this.want(day.day, day) }, 'Đưa vào'))))));
  }

  summary() {
    const { changes } = this.draft;
    if (changes.size === 0) {
      return element('p', { class: 'dsh-hint' }, 'Chưa có ngày nào thay đổi.');
    }
    return element('div', { class: 'dsh-limit' }, element('p', {}, element('strong', {}, `${changes.size} ngày thay đổi`),
      ', giữ trên máy này, chưa có hiệu lực:'), element('ul', { class: 'dsh-latest' }, ...[...changes].sort(([a], [b]) => a.localeCompare(b))
      .map(([day, wanted]) => element('li', {}, `${dayText(day)}: ${wanted ? meaning(wanted) : 'bỏ, là ngày thường'}`))));
  }

  async send() {
    if (this.sendButton.disabled) {
      return;
    }
    this.sendButton.disabled = true;
    this.error.hidden = true;
    try {
      const started = await post('/calendar/changes', { days: this.draft.wanted() });
      this.draft.forget();
      closeStartForm(this.mountPoint);
      followChange(started.id);
    } catch (failure) {
      this.error.hidden = false;
      this.error.textContent = failure.status ? failure.message : 'Chưa gửi được: các ngày còn trên máy, kiểm tra mạng rồi thử lại.';
      this.sendButton.disabled = false;
    }
  }
}

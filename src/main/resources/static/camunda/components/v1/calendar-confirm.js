// What a change of the calendar does: its days, every open limit that moves, and the decision.
import { get } from './api.js';
import { cell, dayText, meaning, statusTag, table } from './calendar-days.js';
import { CalendarDraft } from './calendar-draft.js';
import { followChange } from './calendar-progress.js';
import { announce, element, facts } from './dom.js';
import { cancelButton, decisions } from './import-decision.js';
import { limitItem, unitDetails } from './limit-list.js';
import { mountTask } from './tasklist.js';

export function mount(mountPoint, camForm) {
  mountPoint.classList.add('dsh-calendar');
  return mountTask(mountPoint, () => get(`/calendar/changes/tasks/${camForm.taskId}`), (found) => show(mountPoint, camForm, found));
}

function show(mountPoint, camForm, found) {
  const { decide, error } = decisions(mountPoint, camForm);
  const apply = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: async () => {
    apply.disabled = true;
    if (await decide('APPLY')) {
      followChange(found.id);
    }
    apply.disabled = false;
  } }, 'Áp dụng lịch mới');
  const cancel = cancelButton(async () => {
    if (await decide('CANCEL')) {
      keepForNextTime(found);
      announce('Lượt điều chỉnh đã hủy, lịch giữ nguyên. Các ngày đã ghi còn trên máy này.');
    }
  }, 'Hủy lượt điều chỉnh', 'Hủy, giữ nguyên lịch');
  mountPoint.replaceChildren(facts([['Người lập', found.startedBy], ['Lập lúc', found.startedAt]]),
    table(['Ngày', 'Trước', 'Sau', 'Tình trạng', 'Căn cứ'], found.days.map(dayRow)), attention(found.days),
    element('p', { class: 'dsh-limit' }, sentence(found.units)), error, element('div', { class: 'dsh-actions' }, apply, cancel),
    element('div', { class: 'dsh-units' }, ...found.units.map((unit) => unitItem(found.id, unit))));
}

function dayRow({ day, before, after }) {
  return element('tr', {}, cell('Ngày', dayText(day)), cell('Trước', meaning(before)), cell('Sau', meaning(after)),
    cell('Tình trạng', after ? statusTag(after.status) : '–'), cell('Căn cứ', after ? after.source : '–'));
}

function attention(days) {
  const unconfirmed = days.filter(({ after }) => after?.status === 'UNCONFIRMED').length;
  return unconfirmed === 0 ? '' : element('p', { class: 'dsh-limit dsh-attention' },
    `Trong đó ${unconfirmed} ngày chờ xác nhận: vẫn tính vào hạn, và hạn nào dựa vào ngày đó sẽ nói rõ "chờ xác nhận".`);
}

function sentence(units) {
  const sum = (name) => units.reduce((total, unit) => total + unit[name], 0);
  const kept = sum('kept') === 0 ? '' : ` ${sum('kept')} hạn đã quá: giữ nguyên, thang đôn đốc đi tiếp.`;
  const moved = sum('moved') === 0 ? 'Không hạn nào đang mở phải dời.'
    : `${sum('moved')} hạn đang mở sẽ dời, ở ${units.filter((unit) => unit.moved > 0).length} đơn vị.`;
  return `Chưa có gì được ghi. ${moved}${kept} Khi áp dụng, hệ thống tính lại theo các báo cáo mở lúc đó.`;
}

function keepForNextTime(found) {
  const draft = new CalendarDraft(found.user);
  if (draft.changes.size === 0) {
    found.days.forEach(({ day, after }) => draft.set(day, after
      && { kind: after.kind, name: after.name, status: after.status, source: after.source }));
  }
}

function unitItem(id, unit) {
  return unitDetails(unit.unitName, [[unit.moved, 'hạn dời'], [unit.kept, 'giữ nguyên']],
    (page) => `/calendar/changes/${id}/limits?unit=${encodeURIComponent(unit.unitCode)}&page=${page}`,
    (limit) => limitItem(limit.subject, limit.kept ? `Giữ nguyên ${dayText(limit.from)}` : `${dayText(limit.from)} → ${dayText(limit.to)}`,
      limit.kept ? 'Hạn đã quá nên lịch mới không dời; cần thêm thời gian thì gia hạn bằng văn bản.' : limit.explanation));
}

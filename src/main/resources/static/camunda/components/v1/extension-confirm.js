// What an extension does: every limit that moves, commune by commune, and the decision.
import { get } from './api.js';
import { dayText } from './calendar-days.js';
import { announce, element, facts } from './dom.js';
import { followExtension } from './extension-progress.js';
import { cancelButton, decisions } from './import-decision.js';
import { limitItem, unitDetails } from './limit-list.js';
import { mountTask } from './tasklist.js';

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => get(`/attendance/extensions/tasks/${camForm.taskId}`), (found) => show(mountPoint, camForm, found));
}

function show(mountPoint, camForm, { extension, units }) {
  const { decide, error } = decisions(mountPoint, camForm);
  const apply = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: async () => {
    apply.disabled = true;
    if (await decide('APPLY')) {
      followExtension(extension.id);
    }
    apply.disabled = false;
  } }, 'Gia hạn');
  const cancel = cancelButton(async () => {
    if (await decide('CANCEL')) {
      announce('Lượt gia hạn đã hủy, các hạn giữ nguyên.');
    }
  }, 'Hủy lượt gia hạn', 'Hủy, giữ nguyên hạn');
  mountPoint.replaceChildren(facts([['Văn bản', extension.document], ['Lý do', extension.reason], ['Buổi họp', extension.meetings],
    ['Gia hạn', extension.time], ['Báo cáo gửi về', `${extension.scope} và cấp dưới; báo cáo gửi về cấp trên không đổi`],
    ['Người lập', `${extension.startedBy}, lúc ${extension.startedAt}`]]),
  element('p', { class: 'dsh-limit' }, sentence(units)), ...remarks(units), error, element('div', { class: 'dsh-actions' }, apply, cancel),
  element('div', { class: 'dsh-units' }, ...units.map((unit) => unitItem(extension, unit))));
}

function sum(units, name) {
  return units.reduce((total, unit) => total + unit[name], 0);
}

function sentence(units) {
  const count = sum(units, 'moved') + sum(units, 'ladderStays');
  return `Chưa có gì được ghi. ${count === 0 ? 'Không hạn nào đang mở phải dời' : `${count} hạn đang mở sẽ dời`}, ở ${units.length} xã, phường đã chọn.`
    + ' Khi gia hạn, hệ thống tính lại theo các báo cáo lúc đó; báo cáo mở sau cho buổi họp trong thời gian này cũng theo hạn mới.';
}

function remarks(units) {
  const late = sum(units, 'ladderStays');
  const sent = sum(units, 'onTime');
  return [late > 0 ? `${late} báo cáo đã quá hạn, đã bắt đầu đôn đốc: gửi đến hết hạn mới thì tính đúng hạn; bậc đôn đốc giữ nguyên, đi tiếp theo thang.` : null,
    sent > 0 ? `${sent} báo cáo đã gửi chậm nhưng trong hạn mới: được tính đúng hạn.` : null]
    .filter(Boolean).map((text) => element('p', { class: 'dsh-limit dsh-attention' }, text));
}

function unitItem(extension, unit) {
  if (unit.moved + unit.ladderStays + unit.onTime === 0) {
    return element('p', { class: 'dsh-unit-empty' }, element('strong', {}, unit.unitName), ': không có hạn nào phải dời');
  }
  return unitDetails(unit.unitName, [[unit.moved + unit.ladderStays, 'hạn dời'], [unit.onTime, 'báo cáo được tính đúng hạn']],
    (page) => `/attendance/extensions/tasks/${extension.taskId}/limits?unit=${encodeURIComponent(unit.unitCode)}&page=${page}`, limit);
}

const EFFECTS = { MOVES: '', LADDER_STAYS: ' Bậc đôn đốc giữ nguyên.', ON_TIME_AFTER_ALL: ' Báo cáo đã gửi được tính đúng hạn.' };

function limit(each) {
  return limitItem(each.subject, `${dayText(each.from)} → ${dayText(each.to)}`, each.explanation + EFFECTS[each.effect]);
}

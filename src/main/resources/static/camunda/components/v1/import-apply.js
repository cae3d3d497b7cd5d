// What an import would change, by unit, and the decision.
import { get } from './api.js';
import { element, facts } from './dom.js';
import { mountImportTask } from './import-decision.js';
import { followImport } from './import-progress.js';

const PAGE = 50;
const ACTIONS = { NEW: 'Mới', CHANGED: 'Thay đổi', ENDED: 'Kết thúc' };

export function mount(mountPoint, camForm) {
  return mountImportTask(mountPoint, camForm, (found, steps) => show(mountPoint, found, steps));
}

function show(mountPoint, found, { decide, error, cancel }) {
  const nothing = found.units.length === 0;
  const apply = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: async () => {
    apply.disabled = true;
    if (await decide('APPLY')) {
      followImport(found.id);
    }
    apply.disabled = false;
  } }, 'Cập nhật tổ chức');
  mountPoint.replaceChildren(
    facts([['Tệp', found.fileName], ['Tải lên lúc', found.uploadedAt], ['Mới', String(found.newCount)],
      ['Thay đổi', String(found.changedCount)], ['Kết thúc', String(found.endedCount)]]),
    element('p', { class: 'dsh-limit' }, nothing ? 'Tệp không có gì khác dữ liệu đang có: cập nhật cũng không thay đổi gì.'
      : 'Chưa có gì được ghi. Xem từng đơn vị rồi quyết định; dòng không có trong tệp giữ nguyên.'),
    error, element('div', { class: 'dsh-actions' }, apply, cancel),
    element('div', { class: 'dsh-units' }, ...found.units.map((unit) => unitDetails(found.id, unit))));
}

function unitDetails(importId, unit) {
  const list = element('ul', { class: 'dsh-changes' });
  const more = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: next }, 'Xem tiếp');
  let page = 0;

  async function next() {
    more.disabled = true;
    try {
      const changes = await get(`/organization/imports/${importId}/changes?unit=${encodeURIComponent(unit.unitCode)}&page=${page}`);
      list.append(...changes.map(changeItem));
      page += 1;
      more.hidden = changes.length < PAGE;
    } finally {
      more.disabled = false;
    }
  }

  const counts = [[unit.newCount, 'mới'], [unit.changedCount, 'thay đổi'], [unit.endedCount, 'kết thúc']]
    .filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', ');
  return element('details', { ontoggle: (event) => { if (event.target.open && page === 0) next(); } },
    element('summary', {}, element('strong', {}, unit.unitName || 'Không thuộc đơn vị nào'), `: ${counts}`), list, more);
}

function changeItem(change) {
  return element('li', {}, element('span', { class: `dsh-tag dsh-${change.action.toLowerCase()}` }, ACTIONS[change.action]),
    ` ${change.sheet}: ${change.label}`, change.detail ? element('p', { class: 'dsh-hint' }, change.detail) : null);
}

// Faults of a workbook, page by page, and the mended file.
import { get } from './api.js';
import { element, facts } from './dom.js';
import { mountImportTask } from './import-decision.js';
import { followImport } from './import-progress.js';
import { uploadField } from './import-upload.js';

const PAGE = 50;

export function mount(mountPoint, camForm) {
  return mountImportTask(mountPoint, camForm, (found, steps) => show(mountPoint, found, steps));
}

function show(mountPoint, found, { decide, error, cancel }) {
  const upload = uploadField({
    address: `/organization/imports/${found.id}/file`, button: 'Kiểm tra lại',
    sent: async () => {
      if (await decide('CHECK')) {
        followImport(found.id);
      }
    },
  });
  const list = element('ol', { class: 'dsh-faults' });
  const more = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: next }, 'Xem tiếp');
  let page = 0;

  async function next() {
    more.disabled = true;
    const faults = await get(`/organization/imports/${found.id}/faults?page=${page}`);
    list.append(...faults.map(faultItem));
    page += 1;
    more.hidden = faults.length < PAGE;
    more.disabled = false;
  }

  mountPoint.replaceChildren(
    facts([['Tệp', found.fileName], ['Tải lên lúc', found.uploadedAt], ['Số lỗi', String(found.faultCount)]]),
    element('p', { class: 'dsh-limit dsh-late' }, 'Chưa có gì được ghi. Sửa các lỗi dưới đây trong tệp Excel rồi tải tệp đã sửa lên.'),
    upload.field, upload.error, error, element('div', { class: 'dsh-actions' }, upload.send, cancel),
    element('p', { class: 'dsh-links' },
      element('a', { href: `/camunda/api/organization/imports/${found.id}/faults.xlsx`, download: '' }, 'Tải danh sách lỗi (Excel)')),
    list, more);
  next().catch(() => { more.disabled = false; });
}

function faultItem(fault) {
  const place = [fault.sheet ? `Trang "${fault.sheet}"` : 'Cả tệp', fault.line ? `dòng ${fault.line}` : null,
    fault.column ? `cột "${fault.column}"` : null].filter(Boolean).join(', ');
  return element('li', {}, element('strong', {}, place), fault.value ? element('code', {}, fault.value) : null,
    element('p', {}, `${fault.problem}. `, element('span', { class: 'dsh-remedy' }, fault.remedy)));
}

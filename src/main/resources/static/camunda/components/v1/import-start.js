// Start form of an import: template and present organisation to download, the workbook to send, the latest imports.
import { get } from './api.js';
import { element, useStyles } from './dom.js';
import { followImport } from './import-progress.js';
import { uploadField } from './import-upload.js';

const STATES = { UPLOADED: 'Chờ kiểm tra', CHECKING: 'Đang kiểm tra', FAULTY: 'Có lỗi, chờ sửa', READY: 'Chờ xác nhận',
  APPLYING: 'Đang cập nhật', APPLIED: 'Đã cập nhật', CANCELLED: 'Đã hủy' };

export async function mount(mountPoint, camForm) {
  useStyles();
  const { field, error, send } = uploadField({
    address: '/organization/imports', button: 'Tải lên và kiểm tra',
    sent: (started) => {
      // The case was started together with the file: Tasklist has nothing left to start.
      mountPoint.closest('.modal-dialog')?.querySelector('.modal-footer .btn-default, .modal-footer [ng-click*="dismiss"]')?.click();
      followImport(started.id);
    },
  });
  camForm.on('submit', (event) => {
    event.submitPrevented = true;
    camForm.submitPrevented = true;
    send.click();
  });
  const latest = element('div', {});
  mountPoint.replaceChildren(
    element('p', {}, 'Điền dữ liệu vào tệp mẫu, tải lên để kiểm tra. Chưa có gì được ghi cho đến khi đồng chí xem trước và xác nhận.'),
    element('p', { class: 'dsh-links' },
      element('a', { href: '/camunda/api/organization/template.xlsx', download: '' }, 'Tải tệp mẫu'),
      element('a', { href: '/camunda/api/organization/current.xlsx', download: '' }, 'Tải tổ chức hiện nay')),
    field, error, element('div', { class: 'dsh-actions' }, send), latest);
  try {
    showLatest(latest, await get('/organization/imports'));
  } catch (failure) {
    latest.replaceChildren(element('p', { class: 'dsh-hint' }, 'Chưa tải được danh sách các lần cập nhật gần đây.'));
  }
}

function showLatest(place, imports) {
  if (imports.length === 0) {
    place.replaceChildren(element('p', { class: 'dsh-hint' }, 'Chưa có lần cập nhật nào.'));
    return;
  }
  place.replaceChildren(element('h4', {}, 'Các lần cập nhật gần đây'), element('ul', { class: 'dsh-latest' },
    ...imports.map((each) => element('li', {}, element('strong', {}, each.fileName),
      ` ${STATES[each.state]}. Tải lên lúc ${each.uploadedAt}, tài khoản ${each.uploadedBy}`
      + (each.state === 'APPLIED' ? `: ${each.newCount} mới, ${each.changedCount} thay đổi, ${each.endedCount} kết thúc.` : '.')))));
}

// Says how far an import is, over the page and whatever form is open, until a person is needed again or it is over.
import { get } from './api.js';
import { element, useStyles } from './dom.js';

const LOOK_EVERY_MS = 1000;
const WORKING = { UPLOADED: 'Tệp đã tải lên, chờ kiểm tra', CHECKING: 'Đang kiểm tra tệp', APPLYING: 'Đang cập nhật tổ chức' };

export function followImport(id) {
  useStyles();
  document.querySelectorAll('.dsh-import-progress').forEach((old) => old.remove());
  const text = element('span', {});
  const bar = element('progress', { max: 100, value: 0, 'aria-label': 'Tiến độ' });
  const box = element('div', { class: 'dsh-announcement dsh-import-progress', role: 'status' },
    element('div', {}, text, bar), element('button', { type: 'button', onclick: () => box.remove() }, 'Đóng'));
  document.body.append(box);
  look(id, box, text, bar);
}

async function look(id, box, text, bar) {
  while (box.isConnected) {
    try {
      const found = await get(`/organization/imports/${id}`);
      const working = found.state in WORKING && !(found.state === 'UPLOADED' && found.taskId);
      bar.value = found.progress;
      bar.hidden = !working;
      text.textContent = working ? `${WORKING[found.state]}: ${found.progress}%` : outcome(found);
      if (!working) {
        offerTask(box, found);
        return;
      }
    } catch (failure) {
      text.textContent = failure.status ? failure.message : 'Mất kết nối, việc cập nhật vẫn chạy trên máy chủ.';
    }
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
  }
}

function outcome(found) {
  switch (found.state) {
    case 'UPLOADED':
      return 'Tệp đã tải lên, chưa kiểm tra. Mở việc "Sửa lỗi dữ liệu" và bấm Kiểm tra lại.';
    case 'FAULTY':
      return `Tệp có ${found.faultCount} lỗi, chưa ghi gì. Mở việc "Sửa lỗi dữ liệu" để xem từng lỗi.`;
    case 'READY':
      return 'Tệp không có lỗi, chưa ghi gì. Mở việc "Xác nhận cập nhật" để xem trước và quyết định.';
    case 'APPLIED':
      return `Tổ chức đã cập nhật: ${found.newCount} mới, ${found.changedCount} thay đổi, ${found.endedCount} kết thúc.`;
    default:
      return 'Lượt cập nhật đã hủy, dữ liệu tổ chức giữ nguyên.';
  }
}

function offerTask(box, found) {
  if (found.taskId) {
    box.querySelector('button').before(element('button', { type: 'button', onclick: () => {
      window.location.hash = `#/?task=${found.taskId}`;
      box.remove();
    } }, 'Mở việc'));
  }
}

// Says how far a change of the calendar is, over the page, until a person is needed or it is over.
import { get } from './api.js';
import { element, useStyles } from './dom.js';

const LOOK_EVERY_MS = 1000;

export async function followChange(id) {
  useStyles();
  document.querySelectorAll('.dsh-calendar-progress').forEach((old) => old.remove());
  const text = element('div', {}, 'Đang ghi lịch mới, dời các hạn…');
  const box = element('div', { class: 'dsh-announcement dsh-calendar-progress', role: 'status' }, text,
    element('button', { type: 'button', onclick: () => box.remove() }, 'Đóng'));
  document.body.append(box);
  while (box.isConnected) {
    try {
      const found = await get(`/calendar/changes/${id}`);
      if (found.state !== 'APPLYING') {
        text.textContent = outcome(found);
        offerTask(box, found);
        return;
      }
    } catch (failure) {
      text.textContent = failure.status ? failure.message : 'Mất kết nối, việc điều chỉnh vẫn chạy trên máy chủ.';
    }
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
  }
}

function outcome(found) {
  switch (found.state) {
    case 'OPEN':
      return 'Các ngày đã ghi, chưa có hiệu lực. Mở việc "Xem trước, xác nhận" để xem các hạn sẽ dời và quyết định.';
    case 'APPLIED':
      return found.movedCount === 0 ? 'Lịch đã điều chỉnh, không hạn nào phải dời.' : `Lịch đã điều chỉnh, ${found.movedCount} hạn đã dời.`;
    default:
      return 'Lượt điều chỉnh đã hủy, lịch giữ nguyên.';
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

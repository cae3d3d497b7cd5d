// How far a change of the calendar is.
import { followCase } from './follow-case.js';

export function followChange(id) {
  return followCase({ address: `/calendar/changes/${id}`, busy: 'Đang ghi lịch mới, dời các hạn…', outcome,
    lost: 'Mất kết nối, việc điều chỉnh vẫn chạy trên máy chủ.' });
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

// How far an extension for communes is.
import { followCase } from './follow-case.js';

export function followExtension(id) {
  return followCase({ address: `/attendance/extensions/${id}`, busy: 'Đang dời các hạn theo văn bản…', outcome,
    lost: 'Mất kết nối, việc gia hạn vẫn chạy trên máy chủ.' });
}

/** What was done, in one sentence. */
export function outcome(found) {
  switch (found.state) {
    case 'OPEN':
      return 'Nội dung gia hạn đã ghi, chưa có hiệu lực. Mở việc "Xác nhận gia hạn" để xem các hạn sẽ dời và quyết định.';
    case 'APPLYING':
      return 'Đang dời các hạn.';
    case 'APPLIED':
      return `Đã gia hạn ${found.extendedCount} báo cáo${found.onTimeCount > 0 ? `, ${found.onTimeCount} báo cáo gửi chậm được tính đúng hạn` : ''}.`
        + ' Báo cáo mở sau cho buổi họp trong thời gian này cũng theo hạn mới.';
    default:
      return 'Lượt gia hạn đã hủy, các hạn giữ nguyên.';
  }
}

// What went out and what waits, in numbers: no names, no addresses.
import { element } from '/camunda/components/v1/dom.js';
import { latestOnly, say, sayRefused } from '/camunda/components/v1/page.js';

const at = (id) => document.getElementById(id);
const ask = latestOnly();

at('refresh').addEventListener('click', show);

async function show() {
  try {
    const found = await ask('/notices');
    if (!found) {
      return;
    }
    const kinds = [...new Map(found.counts.map((count) => [count.kind, count.kindLabel]))];
    at('list').replaceChildren(...(kinds.length > 0 ? kinds.map(([kind, label]) => item(label, found.counts.filter((count) => count.kind === kind)))
      : [element('li', {}, 'Trong 14 ngày gần đây chưa có thư nhắc việc nào.')]));
    at('waiting').textContent = waiting(found);
    at('seen').textContent = `Xem lúc ${new Date().toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })}`;
    say(fault(found), Boolean(fault(found)));
  } catch (failure) {
    sayRefused(failure);
  }
}

function fault(found) {
  if (!found.serverSetUp) {
    return 'Chưa cài đặt máy chủ thư: thư được ghi nhưng không gửi. Đặt spring.mail.host rồi khởi động lại; thư cũ không gửi bù.';
  }
  return found.downSince ? `Máy chủ thư không nhận thư từ ${found.downSince}: hệ thống tự gửi khi máy chủ nhận lại.` : '';
}

function waiting(found) {
  return found.waitingMinutes === null ? 'Không có thư nào đang chờ gửi.' : `Thư chờ lâu nhất: ${span(found.waitingMinutes)}.`;
}

function span(minutes) {
  return minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`;
}

function item(label, counts) {
  return element('li', {}, element('h2', {}, label),
    ...counts.map((count) => element('p', {}, `${count.stateLabel}: `, element('strong', {}, String(count.number)))));
}

show();

// "The system is stuck" is another thing than "somebody is late": a strip of its own, for administrators, with what to do.
import { onlyWhenNew } from './board-parts.js';
import { element } from './dom.js';
import { instantText, numberText } from './moments.js';

const COCKPIT = '/camunda/app/cockpit/default/';

export function systemStrip() {
  const node = element('section', { class: 'dsh-system', 'aria-label': 'Tình trạng hệ thống', hidden: true });
  const show = onlyWhenNew((system) => {
    node.hidden = !system;
    if (system) {
      node.classList.toggle('dsh-system-stuck', system.stuck > 0);
      node.replaceChildren(...(system.stuck > 0 ? stuck(system) : [element('p', {}, 'Hệ thống chạy bình thường: không có việc nào kẹt.')]));
    }
  });
  return { node, show };
}

function stuck(system) {
  return [element('h2', {}, `Hệ thống đang kẹt: ${numberText(system.stuck)}`),
    element('p', {}, 'Đây là việc của quản trị hệ thống, không phải đồng chí nào chậm.'),
    element('ul', {}, ...system.items.filter((item) => item.count > 0).map((item) => element('li', {},
      element('strong', {}, `${item.label}: ${numberText(item.count)}`), item.oldestAt ? `, từ ${instantText(item.oldestAt)}` : '',
      element('p', {}, `${item.advice} `, item.link ? element('a', { href: COCKPIT + item.link }, 'Mở trong Cockpit') : ''))))];
}

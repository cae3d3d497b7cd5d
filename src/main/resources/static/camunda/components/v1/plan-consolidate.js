// The board puts the level's plan together: figures, hosts, the whole list; then it goes to Thường trực.
import { announce, element } from './dom.js';
import { inShort, listPart, opinionPart, readWhole } from './plan-campaign.js';
import { claimButton, mountPlanTask } from './plan-task.js';

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, (task) => readWhole(task.campaign), (campaign, completion) => show(mountPoint, campaign, completion));
}

function show(mountPoint, campaign, completion) {
  const submit = () => completion.perform(async () => {
    await completion.complete();
    announce('Đã trình Thường trực cho ý kiến kế hoạch chung.', { href: '/camunda/plans/', text: 'Xem tiến độ' });
  }, 'Chưa trình được: kiểm tra mạng rồi bấm lại.');
  mountPoint.replaceChildren(opinionPart(campaign),
    element('p', { class: 'dsh-hint' }, 'Xem số liệu và danh sách, tải bản Word để trình ký nếu cần, rồi trình Thường trực cho một ý kiến về kế hoạch chung.'),
    ...inShort(campaign), completion.error, element('div', { class: 'dsh-actions' }, campaign.mine
      ? element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: submit }, 'Trình Thường trực') : claimButton()), listPart(campaign));
}

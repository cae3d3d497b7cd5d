// The board puts the level's plan together: figures, hosts, the whole list; then it goes to Thường trực.
import { get } from './api.js';
import { announce, element } from './dom.js';
import { campaignFacts, downloads, figuresPart, hostsPart, linesPart, opinionPart } from './plan-campaign.js';
import { claimButton, mountPlanTask } from './plan-task.js';

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, readWhole, (campaign, completion) => show(mountPoint, campaign, completion));
}

/** The campaign with its figures and hosts. */
export async function readWhole(task) {
  const address = `/plans/campaigns/${task.campaign}`;
  const [campaign, figures, hosts] = await Promise.all([get(address), get(`${address}/figures`), get(`${address}/hosts`)]);
  return { ...campaign, figures, hosts };
}

/** The whole plan in short; the list of its visits is longer than a screen and comes last. */
export function inShort(campaign) {
  return [campaignFacts(campaign), figuresPart(campaign.figures), hostsPart(campaign.hosts), downloads(campaign.id)];
}

function show(mountPoint, campaign, completion) {
  const submit = () => completion.perform(async () => {
    await completion.complete();
    announce('Đã trình Thường trực cho ý kiến kế hoạch chung.', { href: '/camunda/plans/', text: 'Xem tiến độ' });
  }, 'Chưa trình được: kiểm tra mạng rồi bấm lại.');
  mountPoint.replaceChildren(opinionPart(campaign.opinion),
    element('p', { class: 'dsh-hint' }, 'Xem số liệu và danh sách, tải bản Word để trình ký nếu cần, rồi trình Thường trực cho một ý kiến về kế hoạch chung.'),
    ...inShort(campaign), completion.error, element('div', { class: 'dsh-actions' }, campaign.mine
      ? element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: submit }, 'Trình Thường trực') : claimButton()), linesPart(campaign.id));
}

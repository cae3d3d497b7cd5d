// The members' plans of a campaign, page by page, each to be opened.
import { get } from './api.js';
import { element } from './dom.js';
import { counted } from './plan-lines.js';

const STATES = { '': 'Tất cả', DRAFT: 'Chưa gửi', SENT: 'Đã gửi', TO_SUPPLEMENT: 'Đề nghị bổ sung', TO_REVISE: 'Đang hoàn thiện theo ý kiến',
  IN_FORCE: 'Đang thực hiện', NOT_SENT: 'Không gửi kế hoạch' };

/** `content(plan)` gives the nodes inside a plan; `open(plan)` says which are open from the beginning. */
export function membersPart(campaignId, { content, open = () => false }) {
  const list = element('div', { class: 'dsh-units' });
  const error = element('p', { class: 'dsh-problem', role: 'alert', hidden: true });
  const state = element('select', { class: 'form-control', name: 'state', id: `dsh-state-${campaignId}`, onchange: () => load(0) },
    ...Object.entries(STATES).map(([value, label]) => element('option', { value }, label)));
  let latest = 0;

  async function load(page) {
    latest += 1;
    const question = latest;
    error.hidden = true;
    try {
      const found = await get(`/plans/campaigns/${campaignId}/plans?state=${state.value}&page=${page}`);
      if (question === latest) {
        show(found, page);
      }
    } catch (failure) {
      error.hidden = false;
      error.textContent = failure.status ? failure.message : 'Chưa tải được danh sách: kiểm tra mạng rồi chọn lại.';
    }
  }

  function show({ items, more }, page) {
    const shown = items.map(item);
    if (more) {
      const next = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
        next.remove();
        load(page + 1);
      } }, 'Xem tiếp');
      shown.push(next);
    }
    if (page > 0) {
      list.append(...shown);
    } else {
      list.replaceChildren(...(shown.length > 0 ? shown : [element('p', { class: 'dsh-hint' }, 'Không có đồng chí nào.')]));
    }
  }

  function item(plan) {
    const said = `${plan.stateLabel}, ${counted(plan.lines.length, 'lượt dự')}`;
    const inside = element('div', {});
    const node = element('details', { class: 'dsh-plan', 'data-plan': plan.id, open: open(plan), ontoggle: () => {
      if (node.open && inside.children.length === 0) {
        inside.append(...content(plan, (changed) => node.replaceWith(item(changed))));
      }
    } }, element('summary', {}, element('strong', {}, `Đồng chí ${plan.member}`), `: ${said}`), inside);
    return node;
  }

  load(0);
  return element('section', {}, element('h4', {}, 'Kế hoạch của các đồng chí'), element('div', { class: 'dsh-field dsh-order' },
    element('label', { for: state.id }, 'Xem'), state), error, list);
}

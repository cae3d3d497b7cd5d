// The members' plans of a campaign, page by page, each to be opened.
import { get } from './api.js';
import { element } from './dom.js';
import { pagedList } from './paged-list.js';
import { counted } from './plan-lines.js';

const STATES = { '': 'Tất cả', DRAFT: 'Chưa gửi', SENT: 'Đã gửi', TO_SUPPLEMENT: 'Đề nghị bổ sung', TO_REVISE: 'Đang hoàn thiện theo ý kiến',
  IN_FORCE: 'Đang thực hiện', NOT_SENT: 'Không gửi kế hoạch', NO_OPINION: 'Chưa có ý kiến của Thường trực', ENDED: 'Đã kết thúc' };

/** States of lines that stand no more. */
const GONE = ['ENDED', 'REPLACED'];

/**
 * `content(plan, replace)` gives the nodes inside a plan; `replace(plan, done)` shows it anew, with what has been done;
 * `open`: whether plans are open from the beginning.
 */
export function membersPart(campaignId, { content, open = false }) {
  const state = element('select', { class: 'form-control', name: 'state', id: `dsh-state-${campaignId}`, onchange: () => plans.load() },
    ...Object.entries(STATES).map(([value, label]) => element('option', { value }, label)));
  const plans = pagedList({ list: element('div', { class: 'dsh-units' }), none: 'Không có đồng chí nào.',
    ask: (page) => get(`/plans/campaigns/${campaignId}/plans?state=${state.value}&page=${page}`),
    append: (list, items) => list.append(...items.map((plan) => item(plan))) });

  function item(plan, done) {
    const said = `${plan.stateLabel}, ${counted(plan.lines.filter(({ state }) => !GONE.includes(state)).length, 'lượt dự')}`;
    let filled = false;
    const inside = element('div', {}, done ? element('p', { class: 'dsh-status', role: 'status' }, done) : null);
    const node = element('details', { class: 'dsh-plan', 'data-plan': plan.id, open: open || Boolean(done), ontoggle: () => {
      if (node.open && !filled) {
        filled = true;
        inside.append(...content(plan, (changed, sentence) => node.replaceWith(item(changed, sentence))));
      }
    } }, element('summary', {}, element('strong', {}, `Đồng chí ${plan.member}`), `: ${said}`), inside);
    return node;
  }

  plans.load();
  return element('section', {}, element('h4', {}, 'Kế hoạch của các đồng chí'), element('div', { class: 'dsh-field dsh-order' },
    element('label', { for: state.id }, 'Xem'), state), ...plans.nodes);
}

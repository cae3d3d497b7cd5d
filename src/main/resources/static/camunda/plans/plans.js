// Plans of the year: one's own, the level's with everything in it, what hosts have been asked.
import { get } from '/camunda/components/v1/api.js';
import { element, useStyles } from '/camunda/components/v1/dom.js';
import { instantText } from '/camunda/components/v1/moments.js';
import { say, sayInView, sayRefused } from '/camunda/components/v1/page.js';
import { pagedList } from '/camunda/components/v1/paged-list.js';
import { counted } from '/camunda/components/v1/plan-lines.js';
import { campaignItem, opensPart } from './campaigns.js';
import { opened } from './opened.js';
import { ownItem, requestContent } from './own.js';

const at = (id) => document.getElementById(id);

useStyles();
useStyles('plan.css');

async function load() {
  try {
    const about = await get('/plans/about');
    at('own').hidden = !about.member;
    at('whole').hidden = !(about.staff || about.leader || about.opens.length > 0);
    at('asked').hidden = !about.host;
    await Promise.all([about.member ? showOwn() : null, at('whole').hidden ? null : showWhole(about), about.host ? showRequests() : null]);
    at('nothing').hidden = about.member || about.host || !at('whole').hidden;
  } catch (failure) {
    sayRefused(failure);
  }
}

async function showOwn() {
  const plans = await get('/plans/mine');
  at('mine').replaceChildren(...(plans.length > 0 ? plans.map((plan) => ownItem(plan, amended))
    : [element('li', {}, 'Đồng chí chưa có kế hoạch năm nào. Khi cấp ủy mở đợt xây dựng kế hoạch, việc hiện ở trang Công việc.')]));
}

async function amended(sentence) {
  await showOwn();
  sayInView(sentence);
}

async function showWhole(about) {
  at('opens').replaceChildren(...opensPart(about.opens, async (sentence) => {
    await load();
    say(sentence);
  }));
  await pages('campaigns', '/plans/campaigns', (campaign) => campaignItem(campaign, load), 'Chưa có đợt xây dựng kế hoạch nào.');
  // Staff of a commune have no plan of their own level to look after.
  at('whole').hidden = about.host && about.opens.length === 0 && !at('campaigns').querySelector('[data-campaign]');
}

function showRequests() {
  return pages('requests', '/plans/requests', requestItem, 'Chưa có cấp ủy nào hỏi ý kiến về lịch dự tại chi bộ của xã, phường.');
}

/** What a host has been asked, with its lines once opened. */
function requestItem(request) {
  const inside = element('div', { class: 'dsh-mount dsh-wide' });
  return element('li', {}, element('h3', {}, `${request.from}, năm ${request.year}`),
    element('p', {}, element('strong', {}, request.stateLabel), `, ${counted(request.lines, 'lượt dự')}`),
    element('p', { class: 'limit' }, `Hỏi lúc ${instantText(request.askedAt)}${request.answeredAt ? `, trả lời lúc ${instantText(request.answeredAt)}` : ''}`),
    opened('Xem lịch', inside, async () => inside.append(...requestContent(await get(`/plans/requests/${request.id}`)))), inside);
}

function pages(id, address, item, none) {
  const shown = pagedList({ list: element('ul', { class: 'visits' }), none, ask: (page) => get(`${address}?page=${page}`),
    append: (list, items) => list.append(...items.map(item)) });
  at(id).replaceChildren(...shown.nodes);
  return shown.load();
}

load();

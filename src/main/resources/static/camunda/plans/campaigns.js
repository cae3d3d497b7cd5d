// The plan of a level on its page: progress, reminder, members, hosts, figures, the list, downloads; opening one by hand.
import { post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { limitText } from '/camunda/components/v1/moments.js';
import { formOf, labelled, opening } from '/camunda/components/v1/page-form.js';
import { sayInView, sayRefused, showMessage } from '/camunda/components/v1/page.js';
import { endedPart, inShort, linesPart, opinionPart, planTitle, readWhole } from '/camunda/components/v1/plan-campaign.js';
import { counted, lineTable } from '/camunda/components/v1/plan-lines.js';
import { membersPart } from '/camunda/components/v1/plan-members.js';
import { askedButton } from '/camunda/components/v1/plan-task.js';
import { opened } from './opened.js';
import { amendment } from './own.js';

const LONGEST_REASON = 500;
const PREPARED_SOON = 3000;
/** So many buttons are still seen at a glance. */
const FEW = 4;

/** Opening by hand what may be opened; among many units one is chosen first. `done` gets the sentence to say. */
export function opensPart(opens, done) {
  if (opens.length <= FEW) {
    return opens.map((each) => openButton(each, done));
  }
  const place = element('div', {});
  const choice = element('select', { name: 'opens', onchange: () => place.replaceChildren(...(choice.value === '' ? [] : [openButton(opens[choice.value], done)])) },
    element('option', { value: '' }, 'Chọn cấp ủy, năm…'), ...opens.map(({ name, year }, number) => element('option', { value: number }, `${name}, năm ${year}`)));
  return [labelled('Mở đợt xây dựng kế hoạch', choice), place];
}

/** Opens the year's plan of a unit by hand. */
function openButton({ unit, name, year }, done) {
  return askedButton({ text: `Mở đợt xây dựng kế hoạch năm ${year}: ${name}`, className: 'second',
    question: `Mỗi đồng chí cấp ủy viên của ${name} có nhiệm vụ tự xây dựng kế hoạch nhận việc "Xây dựng kế hoạch cá nhân năm ${year}", kèm phương án gợi ý.`,
    answers: [['Mở đợt', async () => {
      try {
        await post('/plans/campaigns', { unit, year });
        await done(`Đã mở đợt xây dựng kế hoạch năm ${year} của ${name}.`);
      } catch (failure) {
        sayRefused(failure);
      }
    }]] });
}

/** `changed` shows the page anew. */
export function campaignItem(campaign, changed) {
  const inside = element('div', { class: 'dsh-mount dsh-wide' });
  const ended = campaign.state === 'ENDED';
  const preparing = campaign.state === 'WRITING' && campaign.members === 0;
  if (preparing) {
    // Plans, proposals and tasks are made in a job; the page is shown anew once they may be there.
    setTimeout(changed, PREPARED_SOON);
  }
  return element('li', { 'data-campaign': campaign.id }, element('h3', {}, `${planTitle(campaign)}: ${campaign.unit}`),
    preparing ? element('p', { role: 'status' }, 'Hệ thống đang lập phương án gợi ý, giao việc cho từng đồng chí…')
      : element('p', {}, element('strong', {}, campaign.stateLabel), ended ? '.' : `. Đã gửi: ${campaign.sent}/${campaign.members} đồng chí.`),
    endedPart(campaign), campaign.kind === 'AMENDMENT' && campaign.reason ? element('p', { class: 'limit' }, `Điều chỉnh vì: ${campaign.reason}`) : null,
    ended ? null : element('progress', { max: Math.max(1, campaign.members), value: campaign.sent, 'aria-label': 'Số đồng chí đã gửi kế hoạch' }),
    campaign.limitAt ? element('p', { class: 'limit' }, `Hạn của bước này: ${limitText(campaign.limitAt)}`) : null,
    opened('Xem kế hoạch', inside, async () => inside.append(...await content(campaign.id, changed))), inside);
}

async function content(id, changed) {
  const campaign = await readWhole(id);
  return [...inShort(campaign), opinionPart(campaign), ...(campaign.staff || campaign.mayEnd ? [staffPart(campaign, changed)] : []),
    ...later('Xem kế hoạch của từng đồng chí', () => membersPart(id, { content: (plan) => memberContent(plan, campaign, changed) })),
    ...(campaign.kind === 'ANNUAL' && campaign.state !== 'ENDED' ? later('Xem danh sách lượt dự', () => linesPart(id)) : [])];
}

/** What is longer than a screen comes when it is asked for. */
function later(text, part) {
  const inside = element('div', {});
  return [opened(text, inside, () => inside.append(part())), inside];
}

function staffPart(campaign, changed) {
  const bar = element('div', { class: 'bar' });
  if (campaign.staff && campaign.state === 'WRITING' && campaign.sent < campaign.members) {
    bar.append(remindButton(campaign));
  }
  if (campaign.mayEnd) {
    bar.append(opening('Kết thúc đợt này', bar, () => endForm(campaign, changed)));
  }
  return bar;
}

function remindButton(campaign) {
  const button = element('button', { type: 'button', class: 'second', onclick: async () => {
    button.disabled = true;
    try {
      const { members } = await post(`/plans/campaigns/${campaign.id}/remind`);
      sayInView(`Đã nhắc ${counted(members, 'đồng chí')} chưa gửi kế hoạch.`);
    } catch (failure) {
      sayRefused(failure);
      showMessage();
    } finally {
      button.disabled = false;
    }
  } }, 'Nhắc các đồng chí chưa gửi');
  return button;
}

function endForm(campaign, changed) {
  const reason = element('textarea', { name: 'reason', rows: 2, maxlength: LONGEST_REASON, placeholder: 'Ví dụ: mở nhầm năm' });
  return formOf({ fields: [element('p', {}, 'Các việc đang mở của đợt này kết thúc, kế hoạch đã ghi không có hiệu lực.'), labelled('Lý do', reason)],
    button: 'Kết thúc đợt này', address: `/plans/campaigns/${campaign.id}/end`, read: () => ({ reason: reason.value }), done: async () => {
      await changed();
      sayInView('Đã kết thúc đợt xây dựng kế hoạch.');
    } });
}

function memberContent(plan, campaign, changed) {
  const actions = element('div', { class: 'bar' });
  if (campaign.staff && plan.state === 'IN_FORCE') {
    actions.append(amendment(plan, actions, async (sentence) => {
      await changed();
      sayInView(sentence);
    }));
  }
  return [lineTable(plan.lines, { asked: plan.state === 'TO_SUPPLEMENT' }), plan.boardComment ? element('p', { class: 'dsh-limit dsh-attention' }, plan.boardComment) : '', actions];
}

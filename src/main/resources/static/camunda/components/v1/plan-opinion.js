// Thường trực gives one opinion on the whole plan; the note is saved as typed.
import { get, put, Refused } from './api.js';
import { announce, element, facts } from './dom.js';
import { Draft, savingText } from './draft.js';
import { inShort, linesPart, opinionPart, readWhole } from './plan-campaign.js';
import { lineTable } from './plan-lines.js';
import { askedButton, claimButton, mountPlanTask } from './plan-task.js';

const VARIABLE = 'planOpinion';
const LONGEST_NOTE = 1000;

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, async (task) => {
    const whole = task.work === 'OWN_OPINION' ? await get(`/plans/campaigns/${task.campaign}`) : await readWhole(task.campaign);
    return { ...whole, own: task.work === 'OWN_OPINION' ? await get(`/plans/${task.plan}`) : null };
  }, (campaign, completion) => show(mountPoint, campaign, completion));
}

function show(mountPoint, campaign, completion) {
  const status = element('p', { class: 'dsh-status', role: 'status' });
  const note = element('textarea', { id: 'dsh-note', class: 'form-control', rows: 3, maxlength: LONGEST_NOTE, oninput: () => draft.changed() });
  // What has been said of the whole stays; what is said of the own part of who said it comes below.
  const said = campaign.own ? campaign.opinion?.note : null;
  note.value = campaign.own ? '' : campaign.opinion?.note ?? '';
  const address = `/plans/campaigns/${campaign.id}/opinion`;
  const draft = new Draft({ address, user: campaign.user, version: 0, read: () => note.value,
    store: async (version, typed) => {
      await put(address, { note: [said, typed].filter(Boolean).join('\n') });
      return { version, problems: [] };
    }, listener: (saving) => {
      status.textContent = savingText(saving);
      completion.toldOf(saving);
    } });
  if (campaign.mine) {
    completion.restore(draft, (typed) => {
      note.value = typed;
      draft.changed();
    });
  }

  const give = (opinion, done) => completion.perform(async () => {
    if (opinion === 'TO_ADJUST' && note.value.trim() === '') {
      note.focus();
      throw new Refused(400, 'Đề nghị đồng chí ghi nội dung cần điều chỉnh.');
    }
    if (draft.localCopy()) {
      await draft.flush();
    }
    await completion.complete(VARIABLE, opinion);
    draft.done();
    announce(done, { href: '/camunda/plans/', text: 'Xem kế hoạch' });
  }, 'Chưa ghi nhận được: kiểm tra mạng rồi bấm lại, ý kiến đã ghi vẫn còn.');

  mountPoint.replaceChildren(...(campaign.own ? ownPart(campaign.own) : inShort(campaign)), opinionPart({ ...campaign.opinion, note: said }),
    campaign.mine ? element('div', { class: 'dsh-field' }, element('label', { for: 'dsh-note' }, 'Ý kiến (bắt buộc khi đề nghị điều chỉnh)'), note, status) : '',
    completion.error, element('div', { class: 'dsh-actions' }, ...(campaign.mine ? buttons(give) : [claimButton()])),
    campaign.own ? '' : linesPart(campaign.id));
}

function buttons(give) {
  return [askedButton({ text: 'Thống nhất', question: 'Thống nhất kế hoạch này: kế hoạch có hiệu lực, các đồng chí và nơi có chi bộ được thông báo.',
    answers: [['Thống nhất kế hoạch', () => give('AGREED', 'Đã thống nhất kế hoạch.')]] }),
  element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => give('TO_ADJUST', 'Đã đề nghị ban tổ chức điều chỉnh kế hoạch.') },
    'Đề nghị điều chỉnh')];
}

/** The lines of who has given the opinion on the others: nobody on their own (ruling A5). */
function ownPart(plan) {
  return [facts([['Kế hoạch', `Dự sinh hoạt chi bộ khu dân cư năm ${plan.year}`], ['Của', `Đồng chí ${plan.member}${plan.post ? ` (${plan.post})` : ''}`]]),
    element('p', { class: 'dsh-hint' }, 'Đồng chí này đã cho ý kiến kế hoạch chung, nên phần kế hoạch của đồng chí ấy do đồng chí khác trong Thường trực cho ý kiến.'),
    lineTable(plan.lines)];
}

// Thường trực gives one opinion on the whole plan; the note is saved as typed.
import { get, put } from './api.js';
import { announce, element, facts } from './dom.js';
import { Draft, savingText } from './draft.js';
import { inShort, listPart, opinionPart, readWhole } from './plan-campaign.js';
import { lineTable } from './plan-lines.js';
import { askedButton, claimButton, mountPlanTask } from './plan-task.js';

const VARIABLE = 'planOpinion';
const LONGEST_NOTE = 1000;

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, async (task) => {
    return task.work === 'OWN_OPINION' ? readOwnPart(task) : readWhole(task.campaign);
  }, (campaign, completion) => show(mountPoint, campaign, completion));
}

/** With whether it is the caller's own plan: then another member is to have the task. */
async function readOwnPart({ campaign, plan }) {
  const [whole, own, mine] = await Promise.all([get(`/plans/campaigns/${campaign}`), get(`/plans/${plan}`), get('/plans/mine')]);
  return { ...whole, own, ofCaller: mine.some((each) => each.id === plan) };
}

function show(mountPoint, campaign, completion) {
  const status = element('p', { class: 'dsh-status', role: 'status' });
  const note = element('textarea', { id: 'dsh-note', class: 'form-control', rows: 3, maxlength: LONGEST_NOTE, oninput: () => draft.changed() });
  note.value = (campaign.own ? campaign.opinion?.ownNote : campaign.opinion?.note) ?? '';
  const address = `/plans/campaigns/${campaign.id}/opinion`;
  const draft = new Draft({ address, user: campaign.user, version: 0, read: () => note.value,
    store: async (version, typed) => {
      await put(address, { note: typed });
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
    if (draft.localCopy()) {
      await draft.flush();
    }
    await completion.complete(VARIABLE, opinion);
    draft.done();
    announce(done, { href: '/camunda/plans/', text: 'Xem kế hoạch' });
  }, 'Chưa ghi nhận được: kiểm tra mạng rồi bấm lại, ý kiến đã ghi vẫn còn.');

  const ready = () => {
    const isSaid = note.value.trim() !== '';
    completion.say(isSaid ? null : 'Đề nghị đồng chí ghi nội dung cần điều chỉnh.');
    if (!isSaid) {
      note.focus();
    }
    return isSaid;
  };

  mountPoint.replaceChildren(...(campaign.own ? ownPart(campaign) : inShort(campaign)), opinionPart(beforeThis(campaign)),
    campaign.mine && !campaign.ofCaller ? element('div', { class: 'dsh-field' }, element('label', { for: 'dsh-note' }, 'Ý kiến (bắt buộc khi đề nghị điều chỉnh)'), note, status) : '',
    completion.error, element('div', { class: 'dsh-actions' }, ...actions(campaign, give, ready)), campaign.own ? '' : listPart(campaign));
}

/** What has been said already; what is being typed stands in its own field. */
function beforeThis({ adjustment, opinion, own }) {
  return { adjustment, opinion: own && opinion ? { ...opinion, ownNote: null } : null };
}

function actions({ mine, ofCaller }, give, ready) {
  if (ofCaller) {
    return [];
  }
  return mine ? buttons(give, ready) : [claimButton()];
}

function buttons(give, ready) {
  return [askedButton({ text: 'Thống nhất', question: 'Thống nhất kế hoạch này: kế hoạch có hiệu lực, các đồng chí và nơi có chi bộ được thông báo.',
    answers: [['Thống nhất kế hoạch', () => give('AGREED', 'Đã thống nhất kế hoạch.')]] }),
  askedButton({ text: 'Đề nghị điều chỉnh', className: 'btn btn-default dsh-second', ready,
    question: 'Kế hoạch về ban tổ chức rà soát lại theo ý kiến đã ghi. Lượt dự không thay đổi thì không phải lấy ý kiến lại.',
    answers: [['Gửi đề nghị điều chỉnh', () => give('TO_ADJUST', 'Đã đề nghị ban tổ chức điều chỉnh kế hoạch.')]] })];
}

/** The lines of who has given the opinion on the others: nobody on their own (ruling A5). */
function ownPart({ own: plan, ofCaller }) {
  return [facts([['Kế hoạch', `Dự sinh hoạt chi bộ khu dân cư năm ${plan.year}`], ['Của', `Đồng chí ${plan.member}${plan.post ? ` (${plan.post})` : ''}`]]),
    ofCaller ? element('p', { class: 'dsh-limit dsh-attention' }, 'Phần kế hoạch này của chính đồng chí: một đồng chí khác trong Thường trực cho ý kiến.')
      : element('p', { class: 'dsh-hint' }, 'Đồng chí này đã cho ý kiến kế hoạch chung, nên phần kế hoạch của đồng chí ấy do đồng chí khác trong Thường trực cho ý kiến.'),
    lineTable(plan.lines)];
}

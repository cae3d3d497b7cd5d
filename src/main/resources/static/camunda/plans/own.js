// One's own plan of a year, and its amendment while it is in force; a host's request to read.
import { get, post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { limitText, momentText } from '/camunda/components/v1/moments.js';
import { downloads, endedPart, linesPart, planTitle } from '/camunda/components/v1/plan-campaign.js';
import { byDate, gonePart, lineTable, placeText } from '/camunda/components/v1/plan-lines.js';
import { formOf, labelled, opening } from '/camunda/components/v1/page-form.js';
import { opened } from './opened.js';

const LONGEST_REASON = 500;

/** `amended` gets the sentence to say once an amendment has begun. */
export function ownItem(plan, amended) {
  const inside = element('div', { class: 'dsh-mount dsh-wide' });
  return element('li', { 'data-plan': plan.id }, element('h3', {}, planTitle(plan)), element('p', {}, element('strong', {}, plan.stateLabel), `. ${plan.unit}.`),
    plan.limitAt ? element('p', { class: 'limit' }, `Hạn: ${limitText(plan.limitAt)}`) : null,
    opened('Xem các lượt dự', inside, async () => inside.append(...planContent(await get(`/plans/${plan.id}`), amended))), inside);
}

function planContent(plan, amended) {
  const actions = element('div', { class: 'bar' });
  if (plan.editable) {
    actions.append(element('a', { href: '/camunda/app/tasklist/default/' }, 'Mở việc này ở trang Công việc để sửa và gửi'));
  } else if (plan.state === 'IN_FORCE') {
    actions.append(amendment(plan, actions, amended));
  }
  if (plan.mayGiveUp) {
    actions.append(givingUp(plan, actions, amended));
  }
  const whole = element('div', {});
  return [endedPart(plan), plan.reason ? element('p', { class: 'limit' }, `Điều chỉnh vì: ${plan.reason}`) : null, lineTable(plan.lines, { asked: plan.state === 'TO_SUPPLEMENT' }), actions, ...(plan.state === 'IN_FORCE' ? [opened('Xem kế hoạch chung', whole,
    () => whole.append(downloads(plan.campaign), linesPart(plan.campaign))), whole] : [])].filter(Boolean);
}

/** Who has begun an amendment may think better of it while nobody else has it before them. */
function givingUp(plan, place, done) {
  return opening('Thôi điều chỉnh', place, () => {
    const reason = element('textarea', { name: 'reason', rows: 2, maxlength: LONGEST_REASON, placeholder: 'Ví dụ: lịch công tác đã hoãn' });
    return formOf({ fields: [element('p', {}, 'Các lượt dự đang thực hiện giữ nguyên, nội dung điều chỉnh đã ghi không có hiệu lực.'), labelled('Lý do', reason)],
      button: 'Thôi điều chỉnh', address: `/plans/campaigns/${plan.campaign}/end`, read: () => ({ reason: reason.value }),
      done: () => done('Đã thôi điều chỉnh kế hoạch: các lượt dự đang thực hiện giữ nguyên.') });
  });
}

/** Choosing the visits that shall change, and why; offered to the member and to the board for a member. */
export function amendment(plan, place, amended) {
  return opening('Điều chỉnh kế hoạch', place, () => {
    const reason = element('input', { type: 'text', name: 'reason', maxlength: LONGEST_REASON, placeholder: 'Ví dụ: đi công tác dài ngày' });
    const boxes = plan.lines.filter((line) => line.state === 'IN_FORCE').map((line) => ({ line, box: element('input', { type: 'checkbox', name: 'line', value: line.id }) }));
    return formOf({ fields: [element('fieldset', { class: 'lines' }, element('legend', {}, 'Các lượt dự cần điều chỉnh'),
      ...boxes.map(({ line, box }) => element('label', { class: 'show' }, box, `${momentText(line.meetingAt)}: ${placeText(line)}`))), labelled('Lý do', reason)],
    button: 'Điều chỉnh kế hoạch', address: `/plans/${plan.id}/amendments`,
    read: () => ({ lines: boxes.filter(({ box }) => box.checked).map(({ line }) => line.id), reason: reason.value }),
    done: () => amended(`Đã mở điều chỉnh kế hoạch của đồng chí ${plan.member}: việc "Điều chỉnh kế hoạch năm ${plan.year}" có ở trang Công việc của đồng chí đó; `
      + 'các lượt dự khác giữ nguyên.') });
  });
}

/** What a host was asked and has answered. */
export function requestContent(request) {
  if (request.lines.length === 0) {
    return [element('p', {}, 'Không còn lượt dự nào.')];
  }
  return [element('ul', { class: 'dsh-requests' }, ...byDate(request.lines).map((line) => element('li', {}, element('p', {}, element('strong', {}, momentText(line.meetingAt))),
    element('p', {}, line.cell), gonePart(line), element('p', {}, `Đồng chí ${line.visitor}${line.post ? ` (${line.post})` : ''}`),
    line.answer === 'OTHER_DATE' ? element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, 'Đã đề nghị ngày khác: '), momentText(line.otherDate),
      line.note ? `. ${line.note}` : '') : null))),
  ...(request.open ? [element('p', {}, element('a', { href: '/camunda/app/tasklist/default/' }, 'Cho ý kiến ở trang Công việc'))] : [])];
}

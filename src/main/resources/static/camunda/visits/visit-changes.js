// What the visitor may do with a visit, each a small form in the place of the buttons.
import { get, post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { chooser, formOf, labelled, momentInput, opening } from '/camunda/components/v1/page-form.js';

const note = (name, placeholder = '') => element('input', { type: 'text', name, maxlength: 500, placeholder });

/** Cells below one's own units, without one's own. */
export function cellChooser(label) {
  return chooser(label, '/attendance/visits/cells', (cell) => `${cell.name}, ${cell.commune}`);
}

/** Reasons for an absence, `only` some of them if given. */
export async function reasonSelect(only) {
  const reasons = (await get('/attendance/visits/absence-reasons')).filter((each) => !only || only.includes(each.reason));
  return element('select', { name: 'reason' }, element('option', { value: '' }, 'Chọn lý do…'),
    ...reasons.map((each) => element('option', { value: each.reason }, each.label)));
}

export function makeUpBox() {
  const box = element('input', { type: 'checkbox', name: 'makeUp' });
  return { box, field: element('label', { class: 'show' }, box, 'Đề nghị dự bù kỳ sau') };
}

/** Buttons for what may be done with the visit now; `done` gets a sentence when something was. */
export function changeButtons(visit, place, done) {
  const at = `/attendance/visits/${visit.id}`;
  const buttons = [];
  if (visit.mayAgree) {
    buttons.push(element('button', { type: 'button', class: 'second', onclick: () => post(`${at}/agree`)
      .then(() => done('Đã ghi nhận: đã thống nhất thời gian với chi ủy qua điện thoại.'), (failure) => done(failure.message, true)) },
    'Đã thống nhất qua điện thoại'));
  }
  if (visit.mayMove) {
    buttons.push(opening('Đổi lịch dự', place, () => moveForm(at, done)), opening('Báo không dự được', place, () => absenceForm(at, done)));
  }
  if (visit.mayReportNotHeld) {
    buttons.push(opening('Đã đến, chi bộ không họp', place, () => notHeldForm(at, done)));
  }
  if (visit.mayCorrect) {
    buttons.push(opening('Đính chính', place, () => correctionForm(at, done)));
  }
  return buttons;
}

function moveForm(at, done) {
  const { input, reading } = momentInput();
  const reason = note('reason', 'Ví dụ: đã thống nhất qua điện thoại với bí thư chi bộ');
  const cell = cellChooser('Chi bộ khác (nếu đổi chi bộ)');
  return formOf({ fields: [labelled('Ngày, giờ họp mới', input), labelled('Lý do', reason), reading, ...cell.fields], button: 'Đổi lịch dự',
    address: `${at}/move`, read: () => ({ meetingAt: input.value || null, reason: reason.value, cellId: cell.value() }),
    done: () => done('Lịch dự đã đổi. Việc báo cáo và hạn gửi theo ngày mới.') });
}

async function absenceForm(at, done) {
  const reason = await reasonSelect();
  const detail = note('note');
  const makeUp = makeUpBox();
  return formOf({ fields: [labelled('Lý do', reason), labelled('Ghi rõ (nếu cần)', detail), makeUp.field], button: 'Báo không dự được',
    address: `${at}/absence`, read: () => ({ reason: reason.value || null, note: detail.value, makeUp: makeUp.box.checked }),
    done: () => done('Đã báo không dự được. Ban tổ chức, văn phòng cấp ủy xem xét lý do.') });
}

function notHeldForm(at, done) {
  const why = note('note', 'Ví dụ: chi bộ hoãn họp vì mưa lũ');
  return formOf({ fields: [labelled('Vì sao chi bộ không họp', why)], button: 'Ghi nhận', address: `${at}/not-held`,
    read: () => ({ note: why.value }), done: () => done('Đã ghi nhận: đã đến, chi bộ không họp. Không phải báo cáo, không tính là vắng.') });
}

function correctionForm(at, done) {
  const why = note('reason', 'Ví dụ: ghi nhầm số đảng viên có mặt');
  return formOf({ fields: [labelled('Lý do đính chính', why)], button: 'Đính chính', address: `${at}/correct`, read: () => ({ reason: why.value }),
    done: () => done('Mở việc "Đính chính báo cáo" ở trang Công việc để sửa và gửi lại trong 03 ngày; bản cũ được giữ.') });
}

// What a visitor enters besides single visits: one outside the plan, days of absence, who types for them.
import { get, post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { chooser, formOf, labelled, momentInput, opening } from '/camunda/components/v1/page-form.js';
import { cellChooser, makeUpBox, reasonSelect } from './visit-changes.js';

const SPAN_REASONS = ['MISSION', 'SICK', 'STUDY', 'OTHER'];
const day = (name) => element('input', { type: 'date', name });
const shown = (isoDay) => isoDay.split('-').reverse().join('/');

/** The buttons above the list; `done` gets a sentence when something was entered. */
export function entryButtons(place, done) {
  return [opening('Ghi nhận lượt dự ngoài kế hoạch', place, () => extraForm(done)),
    opening('Báo vắng nhiều ngày', place, () => awayForm(done)),
    opening('Đồng chí giúp việc', place, () => assistantForm(done))];
}

function extraForm(done) {
  const cell = cellChooser('Chi bộ đã dự hoặc sẽ dự');
  const { input, reading } = momentInput();
  const reason = element('input', { type: 'text', name: 'reason', maxlength: 500, placeholder: 'Ví dụ: đi cùng đoàn công tác của tỉnh' });
  return formOf({ fields: [...cell.fields, labelled('Ngày, giờ họp', input), labelled('Vì sao dự ngoài kế hoạch', reason), reading],
    button: 'Ghi nhận', address: '/attendance/visits', read: () => ({ cellId: cell.value(), meetingAt: input.value || null, reason: reason.value }),
    done: (visit) => done(`Đã ghi nhận lượt dự ngoài kế hoạch: ${visit.cell}, ${visit.commune}. Nếu dự thay cho một lượt đã có lịch thì bấm Đổi lịch dự ở lượt đó.`) });
}

async function awayForm(done) {
  const [from, to] = [day('from'), day('to')];
  const reason = await reasonSelect(SPAN_REASONS);
  const note = element('input', { type: 'text', name: 'note', maxlength: 500 });
  const makeUp = makeUpBox();
  return formOf({ fields: [labelled('Từ ngày', from), labelled('Đến ngày', to), labelled('Lý do', reason), labelled('Ghi rõ (nếu cần)', note), makeUp.field],
    button: 'Báo vắng nhiều ngày', address: '/attendance/visits/absence-days',
    read: () => ({ from: from.value || null, to: to.value || null, reason: reason.value || null, note: note.value, makeUp: makeUp.box.checked }),
    done: ({ visits }) => done(visits === 0
      ? 'Đã ghi nhận. Hiện chưa có lượt dự nào trong những ngày này; lượt xếp lịch sau được tính theo.'
      : `Đã báo vắng cho ${visits} lượt dự. Ban tổ chức, văn phòng cấp ủy xem xét một lần cho tất cả.`) });
}

async function assistantForm(done) {
  const mine = await get('/attendance/assistants');
  const who = chooser('Đồng chí soạn giúp báo cáo', '/attendance/assistants/candidates', (hit) => (hit.posts ? `${hit.name} (${hit.posts})` : hit.name));
  const [from, to] = [day('from'), day('to')];
  const list = element('ul', { class: 'hint' }, ...mine.map((each) => element('li', {}, `${each.name}, từ ${shown(each.validFrom)} đến ${shown(each.validTo)} `,
    element('button', { type: 'button', class: 'second', onclick: () => post(`/attendance/assistants/${each.id}/dismiss`)
      .then(() => done(`Đồng chí ${each.name} không còn soạn giúp từ hôm nay.`)) }, 'Thôi giao'))));
  return formOf({ fields: [mine.length ? list : element('p', { class: 'hint' }, 'Người được giao chỉ soạn giúp; đồng chí xác nhận và gửi.'),
    ...who.fields, labelled('Từ ngày', from), labelled('Đến ngày', to)], button: 'Giao soạn giúp', address: '/attendance/assistants',
  read: () => ({ assistantId: who.value(), from: from.value || null, to: to.value || null }),
  done: () => done('Đã giao soạn giúp. Báo cáo soạn xong vẫn chờ đồng chí xác nhận và gửi.') });
}

// Who comes to the cells of one's own commune: names and dates, never a report.
import { element } from '/camunda/components/v1/dom.js';
import { monthTitle, turned } from '/camunda/components/v1/month.js';
import { formOf, labelled, opening } from '/camunda/components/v1/page-form.js';
import { latestOnly, say, sayRefused } from '/camunda/components/v1/page.js';

const at = (id) => document.getElementById(id);
const ask = latestOnly();
let month = '';
let page = 0;

at('earlier').addEventListener('click', () => show(turned(month, -1), 0));
at('later').addEventListener('click', () => show(turned(month, 1), 0));
at('before').addEventListener('click', () => show(month, page - 1));
at('next').addEventListener('click', () => show(month, page + 1));

async function show(wantedMonth, wantedPage) {
  try {
    const found = await ask(`/attendance/host/visits?month=${wantedMonth}&page=${wantedPage}`);
    if (!found) {
      return;
    }
    [month, page] = [found.month, wantedPage];
    at('month').textContent = monthTitle(month);
    at('list').replaceChildren(...(found.items.length > 0 ? found.items.map(item)
      : [element('li', {}, 'Tháng này chưa có đồng chí nào có lịch về dự.')]));
    at('before').hidden = page === 0;
    at('next').hidden = !found.more;
  } catch (failure) {
    sayRefused(failure);
  }
}

function item(visit) {
  const actions = element('div', { class: 'bar' });
  if (visit.mayObject) {
    actions.append(opening('Đề nghị xem lại', actions, () => objectionForm(visit)));
  }
  return element('li', {}, element('h2', {}, visit.cell), element('p', {}, `Họp lúc ${visit.meetingAt}`),
    element('p', {}, element('strong', {}, `Đồng chí ${visit.visitor}`), visit.posts ? ` (${visit.posts})` : ''),
    element('p', {}, visit.opinion ? `${visit.state}. ${visit.opinion}.` : `${visit.state}.`),
    visit.sameMeeting > 1 ? element('p', { class: 'limit' }, `Buổi họp này có ${visit.sameMeeting} đồng chí cùng về dự.`) : null, actions);
}

function objectionForm(visit) {
  const reason = element('input', { type: 'text', name: 'reason', maxlength: 500, placeholder: 'Ví dụ: đồng chí không đến buổi họp' });
  return formOf({ fields: [labelled('Nội dung cần xem lại', reason)], button: 'Đề nghị xem lại', address: `/attendance/host/visits/${visit.id}/objection`,
    read: () => ({ reason: reason.value }), done: async () => {
      await show(month, page);
      say(`Đã chuyển ý kiến về lượt dự của đồng chí ${visit.visitor} đến ban tổ chức, văn phòng cấp ủy của đồng chí đó.`);
    } });
}

show('', 0);

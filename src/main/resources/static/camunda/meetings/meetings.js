// The month's meetings of the cells of one's own commune, confirmed at once; only exceptions are typed.
import { post, put } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { monthTitle, turned } from '/camunda/components/v1/month.js';
import { formOf, labelled, momentInput, opening } from '/camunda/components/v1/page-form.js';
import { latestOnly, say, sayRefused } from '/camunda/components/v1/page.js';

const at = (id) => document.getElementById(id);
const ask = latestOnly();
let month = '';
let inputs = new Map();

at('earlier').addEventListener('click', () => show(turned(month, -1)));
at('later').addEventListener('click', () => show(turned(month, 1)));
at('confirm').addEventListener('click', confirm);

async function show(wanted) {
  try {
    const found = await ask(`/attendance/meetings?month=${wanted}`);
    if (!found) {
      return;
    }
    month = found.month;
    inputs = new Map();
    at('month').textContent = monthTitle(month);
    at('list').replaceChildren(...(found.cells.length > 0 ? found.cells.map(item)
      : [element('li', {}, 'Trang này dành cho văn phòng, ban xây dựng đảng của xã, phường: tài khoản này không có chi bộ nào.')]));
    at('confirm').hidden = found.cells.length === 0;
    at('confirm').textContent = `Xác nhận lịch ${monthTitle(month).toLowerCase()}`;
  } catch (failure) {
    sayRefused(failure);
  }
}

function item(cell) {
  const { input, reading } = momentInput((cell.meetingAt ?? '').slice(0, 16));
  input.name = `cell-${cell.id}`;
  inputs.set(cell.id, input);
  const actions = element('div', { class: 'bar' });
  actions.append(opening('Đổi ngày cố định', actions, () => usualDayForm(cell)));
  return element('li', {}, element('h2', {}, cell.name), element('p', { class: 'limit' },
    `${cell.usualDay ? `Thường họp ngày ${cell.usualDay} hằng tháng. ` : 'Chưa có ngày họp cố định. '}${cell.confirmed ? 'Đã xác nhận. ' : ''}`
    + `${cell.visits ? `Có ${cell.visits} lượt về dự trong tháng.` : ''}`),
  labelled('Ngày, giờ họp tháng này', input), reading, actions);
}

async function confirm() {
  at('confirm').disabled = true;
  try {
    const days = [...inputs].filter(([, input]) => input.value).map(([cellId, input]) => ({ cellId, meetingAt: input.value }));
    await outcome(await post('/attendance/meetings', { month, days }), `Đã xác nhận lịch ${monthTitle(month).toLowerCase()} của ${days.length} chi bộ.`);
  } catch (failure) {
    sayRefused(failure);
  } finally {
    at('confirm').disabled = false;
    at('message').scrollIntoView({ block: 'center' });
  }
}

function usualDayForm(cell) {
  const day = element('input', { type: 'number', name: 'day', min: 1, max: 31, inputmode: 'numeric', value: cell.usualDay ?? '' });
  const time = element('input', { type: 'time', name: 'time', value: (cell.meetingAt ?? 'T19:30').split('T')[1].slice(0, 5) });
  return formOf({ fields: [labelled('Ngày trong tháng', day), labelled('Giờ bắt đầu', time)], button: 'Đổi ngày cố định',
    address: `/attendance/meetings/${cell.id}/usual-day`, send: put, read: () => ({ day: day.value || null, time: time.value || null }),
    done: (result) => outcome(result, `Từ nay ${cell.name} họp ngày ${day.value} hằng tháng.`) });
}

/** What changed, and who cannot be at two places: the clerk tells them. */
async function outcome(result, sentence) {
  await show(month);
  at('clashes').replaceChildren(...result.clashes.map((clash) => element('li', {},
    `Trùng lịch: đồng chí ${clash.visitor}, ${clash.cell}, ${clash.meetingAt}, trùng với ${clash.other}.`)));
  say(`${sentence} ${result.moved ? `${result.moved} lượt về dự đã đổi theo.` : 'Không lượt về dự nào phải đổi.'}`
    + `${result.clashes.length ? ` Có ${result.clashes.length} chỗ trùng lịch, liên hệ để đổi.` : ''}`);
}

show('');

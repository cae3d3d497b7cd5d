// Beginning of duties, open periods, and what the next one would bring; for administrators.
import { get, post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { chooser, formOf, labelled, opening } from '/camunda/components/v1/page-form.js';
import { say, sayRefused } from '/camunda/components/v1/page.js';

const at = (id) => document.getElementById(id);
const LOOK_EVERY_MS = 2000;
const MOMENT = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });

function button(text, work, kind = 'second') {
  const made = element('button', { type: 'button', class: kind, onclick: async () => {
    made.disabled = true;
    try {
      await work();
    } catch (failure) {
      sayRefused(failure);
    } finally {
      made.disabled = false;
    }
  } }, text);
  return made;
}

async function showPeriods() {
  const { open: all, next } = await get('/duties/periods');
  // A cadence may be nobody's, for instance the districts' where there are none.
  const open = all.filter((each) => each.owed > 0);
  at('periods').replaceChildren(...(open.length > 0 ? open.map(periodItem)
    : [element('li', {}, 'Chưa có kỳ nào mở. Kỳ mở vào ngày 20 trước kỳ đó, khi đã có đơn vị bắt đầu tính nhiệm vụ.')]));
  at('actions').replaceChildren(button('Chạy bù kỳ', catchUp));
  at('next').replaceChildren(...next.map((each) => button(`Xem thử ${each.period}`, () => rehearse(each))));
  if (open.some((each) => each.placed + each.problems < each.owed)) {
    setTimeout(() => showPeriods().catch(sayRefused), LOOK_EVERY_MS);
  }
}

function periodItem(period) {
  const left = period.owed - period.placed - period.problems;
  return element('li', {}, element('strong', {}, capital(period.period)),
    element('p', {}, `${number(period.owed)} nhiệm vụ, ${number(period.placed)} đã có lịch dự${left > 0 ? `, đang xếp ${number(left)}` : ''}.`),
    period.problems > 0 ? element('p', { class: 'limit' }, `${number(period.problems)} nhiệm vụ chưa xếp được chi bộ. Sửa dữ liệu tổ chức rồi bấm Chạy bù kỳ.`) : null,
    ...period.reasons.map((reason) => element('p', { class: 'limit' }, reason)));
}

async function catchUp() {
  await post('/duties/catch-up');
  say('Đang kiểm tra và tạo phần còn thiếu. Việc đã có thì giữ nguyên, không tạo lại.');
  setTimeout(() => showPeriods().catch(sayRefused), LOOK_EVERY_MS);
}

async function rehearse({ cadence, period }) {
  at('plan').replaceChildren(element('p', { role: 'status' }, `Đang tính ${period}…`));
  const plan = await get(`/duties/rehearsal?cadence=${cadence}`);
  const owed = sum(plan.units, 'owed');
  const placed = sum(plan.units, 'placed');
  at('plan').replaceChildren(element('p', {}, element('strong', {}, capital(plan.period)), plan.units.length === 0
    ? ': không ai có nhiệm vụ. Kiểm tra ngày bắt đầu và bảng "Ai có nhiệm vụ gì".'
    : `: ${number(owed)} nhiệm vụ ở ${number(plan.units.length)} đơn vị, xếp được ${number(placed)}.`),
  element('ul', { class: 'visits' }, ...plan.units.map((unit) => unitItem(cadence, unit))),
  plan.units.length > 0 ? button(`Mở sớm ${plan.period}`, () => openEarly(cadence, plan.period), 'second') : null);
}

function unitItem(cadence, unit) {
  const people = element('div', {});
  return element('li', {}, element('strong', {}, unit.unit),
    element('p', {}, `${number(unit.owed)} đồng chí, ${number(unit.placed)} có lịch, tại ${number(unit.cells)} chi bộ.`),
    ...Object.entries(unit.problems).map(([problem, count]) => element('p', { class: 'limit' }, `${number(count)} đồng chí: ${problem}`)),
    button('Xem từng đồng chí', async () => people.replaceChildren(personList(await get(`/duties/rehearsal/lines?cadence=${cadence}&unit=${unit.unitId}`)))),
    people);
}

function personList(lines) {
  return element('ol', {}, ...lines.map((line) => element('li', {}, `Đồng chí ${line.person}: `,
    line.cell ? `${line.cell}, ${MOMENT.format(new Date(line.meetingAt))}` : line.problem)));
}

async function openEarly(cadence, period) {
  if (window.confirm(`Mở ${period} ngay bây giờ? Mỗi đồng chí trong danh sách có lịch dự và việc "Thống nhất thời gian với chi ủy".`)) {
    const opened = await post('/duties/open', { cadence });
    at('plan').replaceChildren();
    say(`Đã mở ${opened.period}. Hệ thống đang xếp chi bộ và tạo lịch dự.`);
    await showPeriods();
  }
}

function showStarts(starts) {
  at('starts').replaceChildren(...(starts.length > 0 ? starts.map(startItem)
    : [element('li', {}, 'Chưa đơn vị nào bắt đầu: chưa ai có nhiệm vụ.')]));
  at('edit').replaceChildren(opening('Ghi ngày bắt đầu', at('edit'), startForm));
}

function startItem(start) {
  return element('li', {}, element('strong', {}, start.unitName), element('p', {}, `Từ ${DAY.format(new Date(start.startsOn))}`
    + `${start.noticesMuted ? ', chưa gửi thư nhắc việc' : ''}.`),
  button('Bỏ dòng này', async () => {
    showStarts(await post('/duties/starts/clear', { unitId: start.unitId }));
    say(`Đã bỏ ngày bắt đầu riêng của ${start.unitName}: áp dụng theo đơn vị cấp trên. Lịch dự đã tạo thì giữ nguyên.`);
  }));
}

function startForm() {
  const unit = chooser('Đơn vị', '/duties/units', (each) => each.name);
  const day = element('input', { type: 'date', name: 'startsOn' });
  const muted = element('input', { type: 'checkbox', name: 'muted' });
  return formOf({ fields: [...unit.fields, labelled('Bắt đầu từ ngày', day), element('label', { class: 'show' }, muted, 'Chưa gửi thư nhắc việc')],
    button: 'Ghi', address: '/duties/starts', read: () => ({ unitId: unit.value(), startsOn: day.value || null, noticesMuted: muted.checked }),
    done: async (starts) => {
      showStarts(starts);
      say('Đã ghi. Bấm Chạy bù kỳ để tạo ngay phần còn thiếu của các kỳ đang mở.');
      await showPeriods();
    } });
}

function showTables(tables) {
  at('tables').replaceChildren(...tables.map((table) => element('li', {}, element('p', {}, element('strong', {}, table.name)),
    table.inForce ? element('p', {}, 'Đang áp dụng.') : button('Áp dụng bảng này', () => putInForce(table)))));
}

async function putInForce(table) {
  if (window.confirm(`Áp dụng bảng "${table.name}" cho các kỳ mở từ nay?`)) {
    showTables(await post('/duties/tables', { id: table.id }));
    say(`Đã áp dụng bảng "${table.name}".`);
    await showPeriods();
  }
}

const sum = (all, key) => all.reduce((total, each) => total + each[key], 0);
const number = (value) => new Intl.NumberFormat('vi-VN').format(value);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

showPeriods().catch(sayRefused);
get('/duties/starts').then(showStarts, () => {});
get('/duties/tables').then(showTables, () => {});

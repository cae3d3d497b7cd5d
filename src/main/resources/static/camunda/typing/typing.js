// Reports of others: drafted for somebody who confirms and sends, or entered from paper.
import { get, post } from '/camunda/components/v1/api.js';
import { element, useStyles } from '/camunda/components/v1/dom.js';
import { labelled } from '/camunda/components/v1/page-form.js';
import { latestOnly, say, sayRefused } from '/camunda/components/v1/page.js';
import { ReportForm } from '/camunda/components/v1/report-form.js';

const at = (id) => document.getElementById(id);
const ask = latestOnly();
let page = 0;

at('before').addEventListener('click', () => load(page - 1));
at('next').addEventListener('click', () => load(page + 1));

async function load(wanted) {
  try {
    const found = await ask(`/attendance/typing?page=${wanted}`);
    if (!found) {
      return;
    }
    page = wanted;
    at('list').replaceChildren(...(found.items.length > 0 ? found.items.map(item)
      : [element('li', {}, 'Hiện không có báo cáo nào cần soạn giúp hoặc nhập từ bản giấy.')]));
    at('before').hidden = page === 0;
    at('next').hidden = !found.more;
  } catch (failure) {
    sayRefused(failure);
  }
}

function item(report) {
  const actions = element('div', { class: 'bar' });
  if (report.assistant) {
    actions.append(element('button', { type: 'button', class: 'second', onclick: () => open(() => draftFor(report)) }, 'Soạn giúp'));
  }
  if (report.clerk) {
    actions.append(element('button', { type: 'button', class: 'second', onclick: () => open(() => paperOf(report)) }, 'Nhập báo cáo giấy'));
  }
  return element('li', {}, element('h2', {}, `Đồng chí ${report.visitor}`), element('p', {}, `${report.cell}, ${report.commune}, họp lúc ${report.meetingAt}`),
    element('p', {}, element('strong', {}, report.state)), element('p', { class: 'limit' }, report.limit), actions);
}

async function open(build) {
  say('');
  try {
    useStyles();
    await build();
    at('list').hidden = true;
    at('form').hidden = false;
    at('form').scrollIntoView({ block: 'start' });
  } catch (failure) {
    sayRefused(failure);
  }
}

async function close(sentence) {
  at('form').replaceChildren();
  at('form').hidden = true;
  at('list').hidden = false;
  await load(page);
  say(sentence);
  at('message').scrollIntoView({ block: 'center' });
}

function frame(report, ...above) {
  const place = element('div', {});
  at('form').replaceChildren(element('h2', {}, `Báo cáo của đồng chí ${report.visitor}`), ...above, place,
    element('div', { class: 'bar' }, element('button', { type: 'button', class: 'second', onclick: () => close('') }, 'Về danh sách')));
  return place;
}

async function draftFor(report) {
  const address = `/attendance/typing/${report.id}`;
  const view = await get(address);
  new ReportForm(frame(report), view, { address, button: 'Chuyển đồng chí xác nhận', send: () => post(`${address}/hand-over`),
    sent: () => close(`Đã chuyển đồng chí ${report.visitor} xác nhận và gửi; hạn gửi tính đến lúc đồng chí xác nhận.`) }).show();
}

async function paperOf(report) {
  const address = `/attendance/typing/${report.id}/paper`;
  const view = await get(address);
  const arrival = element('input', { type: 'date', name: 'arrival' });
  const number = element('input', { type: 'text', name: 'number', maxlength: 50 });
  const enter = (answers) => post(address, { answers, arrival: arrival.value || null, number: number.value });
  const sent = () => close(`Đã nhập báo cáo giấy của đồng chí ${report.visitor}; đúng hạn hay chậm tính theo ngày bản giấy đến.`);
  const numberOnly = element('button', { type: 'button', class: 'second', onclick: () => enter(null).then(sent, sayRefused) },
    'Chỉ ghi số, ngày (nội dung không đưa lên mạng)');
  new ReportForm(frame(report, element('div', { class: 'change' }, labelled('Ngày bản giấy đến', arrival), labelled('Số bản giấy (nếu có)', number)),
    element('div', { class: 'bar' }, numberOnly)), view, { address, onlyHere: true, button: 'Nhập báo cáo giấy', send: enter, sent }).show();
}

load(0);

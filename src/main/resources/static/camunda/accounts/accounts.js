// A clerk's accounts: who has none yet, new one-time codes to print or send, unlocking.
import { post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { latestOnly, say, sayRefused } from '/camunda/components/v1/page.js';

const at = (id) => document.getElementById(id);
const chosen = new Map();
const ask = latestOnly();
let page = 0;

at('search').addEventListener('submit', (event) => {
  event.preventDefault();
  page = 0;
  load();
});
at('state').addEventListener('change', () => at('search').requestSubmit());
at('before').addEventListener('click', () => turn(-1));
at('next').addEventListener('click', () => turn(1));
at('all').addEventListener('change', (event) => {
  at('list').querySelectorAll('input').forEach((box) => {
    if (box.checked !== event.target.checked) box.click();
  });
});
at('issue').addEventListener('click', issue);
at('print').addEventListener('click', () => window.print());
at('close').addEventListener('click', () => {
  at('slips').hidden = true;
  at('paper').replaceChildren();
  at('work').hidden = false;
  load();
});

function turn(by) {
  page += by;
  load();
}

async function load() {
  const wanted = { name: at('name').value, state: at('state').value || null, page };
  chosen.clear();
  at('all').checked = false;
  try {
    const found = await ask('/access/accounts', wanted);
    if (!found) {
      return;
    }
    at('list').replaceChildren(...(found.items.length > 0 ? found.items.map(item)
      : [element('li', { class: 'empty' }, 'Không có tài khoản nào: bớt chữ trong ô tìm, hoặc chọn tình trạng Tất cả.')]));
    at('before').hidden = page === 0;
    at('next').hidden = !found.more;
  } catch (failure) {
    sayRefused(failure);
  }
  choose();
}

function item(account) {
  const box = element('input', { type: 'checkbox', 'aria-label': `Chọn ${account.fullName}`, onchange: () => {
    if (box.checked) chosen.set(account.userId, account);
    else chosen.delete(account.userId);
    choose();
  } });
  const lastDay = account.lastDay ? `, đến hết ngày ${shownDay(account.lastDay)}` : '';
  return element('li', {}, box,
    element('div', {}, element('p', {}, element('strong', {}, account.fullName), ` (${account.userId})`),
      element('p', { class: 'posts' }, [account.posts, account.unit].filter(Boolean).join(' · '))),
    account.state === 'LOCKED'
      ? element('button', { type: 'button', onclick: () => unlock(account) }, 'Mở khóa')
      : element('span', { class: 'state' }, account.label + lastDay));
}

const shownDay = (day) => day.split('-').reverse().join('/');

function choose() {
  at('issue').disabled = chosen.size === 0;
  at('issue').textContent = chosen.size > 0 ? `Cấp mã đăng nhập (${chosen.size})` : 'Cấp mã đăng nhập';
}

async function issue() {
  const active = [...chosen.values()].filter((account) => account.state === 'ACTIVE');
  if (active.length > 0 && !await confirmed(`${active.length} đồng chí đang sử dụng tài khoản. Mật khẩu cũ vẫn dùng được đến khi`
    + ' đồng chí đó đặt mật khẩu mới bằng mã. Cấp mã cho tất cả các đồng chí đã chọn?')) {
    return;
  }
  at('issue').disabled = true;
  try {
    const issued = await post('/access/accounts/codes', { userIds: [...chosen.keys()] });
    at('paper').replaceChildren(...issued.map(slip));
    at('work').hidden = true;
    at('slips').hidden = false;
    at('slips').focus();
    say(null);
  } catch (failure) {
    sayRefused(failure);
    choose();
  }
}

function slip(issued) {
  const address = `${window.location.origin}/account/#${encodeURIComponent(issued.userId)}`;
  const text = `Đồng chí ${issued.fullName}: mở ${address} , ghi mã ${issued.code} và đặt mật khẩu. Mã dùng một lần, đến hết ngày ${shownDay(issued.lastDay)}.`;
  const copy = element('button', { type: 'button', class: 'second', onclick: async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = 'Đã sao chép';
    } catch {
      copy.replaceWith(element('p', { class: 'hint' }, text));
    }
  } }, 'Sao chép để gửi');
  return element('article', { class: 'slip' },
    element('h2', {}, issued.fullName), element('p', {}, issued.unit ?? ''),
    element('p', {}, 'Tên đăng nhập: ', element('strong', {}, issued.userId)),
    element('p', {}, 'Mã dùng một lần: ', element('span', { class: 'code' }, issued.code)),
    element('p', {}, `Mở ${window.location.origin}/account/ , ghi mã và đặt mật khẩu. Mã dùng được đến hết ngày ${shownDay(issued.lastDay)}.`), copy);
}

async function unlock(account) {
  try {
    await post(`/access/accounts/${encodeURIComponent(account.userId)}/unlock`);
    say(`Đã mở khóa tài khoản của đồng chí ${account.fullName}.`);
    load();
  } catch (failure) {
    sayRefused(failure);
  }
}

function confirmed(question) {
  at('question').textContent = question;
  at('confirm').showModal();
  return new Promise((resolve) => {
    at('yes').onclick = () => { at('confirm').close(); resolve(true); };
    at('no').onclick = () => at('confirm').close();
    at('confirm').onclose = () => resolve(false);
  });
}

load();

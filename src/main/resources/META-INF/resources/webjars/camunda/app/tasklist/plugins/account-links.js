// A way to one's first password on the login page, and for clerks to the accounts of their unit.
const FIRST_PASSWORD = '/account/';
const ACCOUNTS = '/camunda/accounts/';
let asked = false;

function link(href, text, className) {
  const node = document.createElement('a');
  node.href = href;
  node.textContent = text;
  node.className = className;
  return node;
}

function offerFirstPassword() {
  const form = document.querySelector('input[type=password]')?.closest('form');
  if (form && !form.querySelector('.dsh-first-password')) {
    form.append(link(FIRST_PASSWORD, 'Lần đầu đăng nhập hoặc quên mật khẩu', 'dsh-first-password'));
    asked = false;
  }
}

/** Once per login: the answer decides for the whole page. */
async function offerAccounts() {
  const menu = document.querySelector('.account .dropdown-menu, li.account ul');
  if (asked || !menu) {
    return;
  }
  asked = true;
  const answer = await fetch('/camunda/api/access/clerk', { headers: { Accept: 'application/json' } });
  if (answer.ok && (await answer.json()).clerk && !menu.querySelector('.dsh-accounts')) {
    const item = document.createElement('li');
    item.className = 'dsh-accounts';
    item.append(link(ACCOUNTS, 'Tài khoản của đơn vị', ''));
    menu.prepend(item);
  }
}

new MutationObserver(() => {
  offerFirstPassword();
  offerAccounts();
}).observe(document.body, { childList: true, subtree: true });

export default [];

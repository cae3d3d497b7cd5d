// A way to one's first password on the login page, to one's own visits, and for clerks to the pages of their unit.
const FIRST_PASSWORD = '/account/';
const VISITS = '/camunda/visits/';
const PLANS = '/camunda/plans/';
const TYPING = '/camunda/typing/';
const HOST = '/camunda/host/';
const MEETINGS = '/camunda/meetings/';
const ACCOUNTS = '/camunda/accounts/';
const DUTIES = '/camunda/duties/';
const NOTICES = '/camunda/notices/';
const BOARD = '/camunda/supervision/';
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

function offer(menu, address, text) {
  if (!menu.querySelector(`a[href="${address}"]`)) {
    const item = document.createElement('li');
    item.append(link(address, text, ''));
    menu.prepend(item);
  }
}

async function told(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : {};
}

/** Once per login: the answer decides for the whole page. */
async function offerPages() {
  const menu = document.querySelector('.account .dropdown-menu, li.account ul');
  if (asked || !menu) {
    return;
  }
  asked = true;
  offer(menu, TYPING, 'Soạn giúp, nhập báo cáo giấy');
  offer(menu, VISITS, 'Lượt dự của tôi');
  const plans = await told('/camunda/api/plans/about');
  if (plans.member || plans.staff || plans.leader || plans.host || plans.opens?.length > 0) {
    offer(menu, PLANS, 'Kế hoạch năm');
  }
  if ((await told('/camunda/api/attendance/host/is-host')).host) {
    offer(menu, MEETINGS, 'Xác nhận lịch sinh hoạt chi bộ');
    offer(menu, HOST, 'Lịch các đồng chí về dự');
  }
  if ((await told('/camunda/api/supervision/sight')).board) {
    offer(menu, BOARD, 'Theo dõi, đôn đốc');
  }
  const roles = await told('/camunda/api/access/roles');
  if (roles.clerk) {
    offer(menu, ACCOUNTS, 'Tài khoản của đơn vị');
  }
  if (roles.administrator) {
    offer(menu, NOTICES, 'Thư nhắc việc');
    offer(menu, DUTIES, 'Nhiệm vụ trong kỳ');
  }
}

new MutationObserver(() => {
  offerFirstPassword();
  offerPages();
}).observe(document.body, { childList: true, subtree: true });

export default [];

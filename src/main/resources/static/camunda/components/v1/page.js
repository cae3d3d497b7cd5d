// What pages outside Tasklist share: one message line, and questions of which only the latest answer counts.
import { get, post } from './api.js';
import { element } from './dom.js';

const LOGIN = '/camunda/app/tasklist/default/';

/** Says something in the page's element `message`; nothing clears it. */
export function say(sentence, isError = false) {
  const message = document.getElementById('message');
  message.hidden = !sentence;
  message.className = isError ? 'error' : '';
  message.textContent = sentence ?? '';
}

/** Brings what is said before the eyes of who has pressed a button far below. */
export function showMessage() {
  document.getElementById('message').scrollIntoView({ block: 'center' });
}

export function sayInView(sentence) {
  say(sentence);
  showMessage();
}

/** Says why something was not done, and to whom is not logged in how to come back. */
export function sayRefused(failure) {
  if (failure.status === 401) {
    say('Đồng chí chưa đăng nhập: ', true);
    document.getElementById('message').append(element('a', { href: LOGIN }, 'đăng nhập ở trang Công việc'), ' rồi mở lại trang này.');
  } else {
    say(failure.status ? failure.message : 'Hệ thống chưa trả lời: kiểm tra mạng rồi thử lại.', true);
  }
}

/** Asks with GET, or with POST what is sent along; gives null when a later question has been asked meanwhile, whose answer is the one to show. */
export function latestOnly() {
  let asked = 0;
  return async (path, body) => {
    asked += 1;
    const question = asked;
    const answer = await (body === undefined ? get(path) : post(path, body));
    return question === asked ? answer : null;
  };
}

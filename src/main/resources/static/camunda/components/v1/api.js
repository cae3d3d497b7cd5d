// Calls of our own endpoints with the session and CSRF token of the webapps.

/** An answer of the server that refuses; `message` is a Vietnamese sentence for the user. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const SENTENCES = {
  401: 'Phiên làm việc đã hết: đăng nhập lại, nội dung đã ghi vẫn còn trên máy.',
  403: 'Phiên làm việc đã hết: đăng nhập lại, nội dung đã ghi vẫn còn trên máy.',
  413: 'Tệp lớn hơn 20 MB: tách thành nhiều tệp và tải lên lần lượt.',
  404: 'Việc này không còn giao cho đồng chí: tải lại danh sách công việc.',
};
const JSON_ONLY = 'application/json';
const ANYTHING = '*/*';
const UNKNOWN = 'Hệ thống chưa trả lời: thử lại sau ít phút.';

function csrfToken() {
  const cookie = document.cookie.split('; ').find((each) => each.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** Half a character, left by a phone's keyboard, and NUL: no server keeps them, and people cannot see them to take them out. */
const BROKEN = /[\p{Cs}\0]/gu;
const whole = (key, value) => (typeof value === 'string' ? value.replace(BROKEN, '') : value);

function ask(method, path, body, accept) {
  const file = body instanceof FormData;
  const headers = { Accept: accept, 'X-XSRF-TOKEN': csrfToken() };
  return fetch(`/camunda/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: file ? headers : { ...headers, 'Content-Type': 'application/json' },
    body: body === undefined || file ? body : JSON.stringify(body, whole),
  });
}

async function call(method, path, body) {
  const response = await ask(method, path, body, JSON_ONLY);
  return answerIn(response.status, await response.text());
}

/** Asks for a file with POST, so that what somebody typed stays out of the address; the browser saves it as `name`. */
export async function download(path, body, name) {
  const response = await ask('POST', path, body, ANYTHING);
  if (!response.ok) {
    answerIn(response.status, await response.text());
  }
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}

function answerIn(status, text) {
  if (status < 200 || status >= 300) {
    throw new Refused(status, sentenceIn(text) || SENTENCES[status] || UNKNOWN);
  }
  return text ? JSON.parse(text) : null;
}

/** Sends one file; `progress` gets what has gone, in percent. Only the old way of asking tells that. */
export function upload(path, file, progress) {
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/camunda/api${path}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken());
    request.upload.onprogress = (event) => progress(Math.round((event.loaded / event.total) * 100));
    request.onerror = () => reject(new Error('not sent'));
    request.onload = () => {
      try {
        resolve(answerIn(request.status, request.responseText));
      } catch (refused) {
        reject(refused);
      }
    };
    request.send(form);
  });
}

function sentenceIn(text) {
  try {
    return JSON.parse(text).type ? JSON.parse(text).message : null;
  } catch {
    return null;
  }
}

export const get = (path) => call('GET', path);
export const put = (path, body) => call('PUT', path, body);
export const post = (path, body) => call('POST', path, body);
export const remove = (path) => call('DELETE', path);

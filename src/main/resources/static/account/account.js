// Sets a password in exchange for a one-time code; the login name may come in the link's fragment, which no server sees.
const form = document.querySelector('#form');
const error = document.querySelector('#error');
const send = document.querySelector('#send');
const fields = ['userId', 'code', 'password', 'again'].map((name) => form.elements[name]);
const [userId, code, password, again] = fields;

userId.value = decodeURIComponent(window.location.hash.slice(1));
(userId.value ? code : userId).focus();

document.querySelector('#show').addEventListener('change', (event) => {
  password.type = event.target.checked ? 'text' : 'password';
  again.type = password.type;
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  show(null);
  const mistake = mistakeIn();
  if (mistake) {
    show(mistake.sentence, mistake.field);
    return;
  }
  send.disabled = true;
  send.textContent = 'Đang đặt mật khẩu…';
  try {
    await exchange();
    form.hidden = true;
    const done = document.querySelector('#done');
    done.hidden = false;
    done.focus();
  } catch (failure) {
    show(failure.sentence ?? 'Hệ thống chưa trả lời: kiểm tra mạng rồi bấm lại, nội dung đã ghi vẫn còn.', failure.sentence ? code : null);
  } finally {
    send.disabled = false;
    send.textContent = 'Đặt mật khẩu';
  }
});

function mistakeIn() {
  if (!userId.value.trim()) return { field: userId, sentence: 'Đề nghị đồng chí ghi tên đăng nhập.' };
  if (!code.value.trim()) return { field: code, sentence: 'Đề nghị đồng chí ghi mã dùng một lần.' };
  if ([...password.value].length < 12) return { field: password, sentence: 'Mật khẩu cần ít nhất 12 ký tự.' };
  if (password.value !== again.value) return { field: again, sentence: 'Hai lần ghi mật khẩu khác nhau: đề nghị đồng chí ghi lại.' };
  return null;
}

async function exchange() {
  const response = await fetch('/account/password', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ userId: userId.value, code: code.value, password: password.value }),
  });
  if (response.status === 429) {
    throw { sentence: 'Thử quá nhiều lần: đợi một phút rồi bấm lại.' };
  }
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    throw answer.message ? { sentence: answer.message } : new Error('no answer');
  }
}

function show(sentence, field) {
  error.hidden = !sentence;
  error.textContent = sentence ?? '';
  fields.forEach((each) => each.setAttribute('aria-invalid', String(each === field)));
  field?.focus();
}

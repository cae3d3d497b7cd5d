// The visitor agrees with the cell's committee, by phone, when the cell meets: as it stands, or at another time.
import { get } from './api.js';
import { announce, element, facts } from './dom.js';
import { momentInput } from './page-form.js';
import { complete, mountTask, setVariable } from './tasklist.js';

const GONE = 'Việc này không còn: thời gian đã được thống nhất ở nơi khác, hoặc lượt dự đã đổi lịch, kết thúc. ';
const MINUTES = 16;

export function mount(mountPoint, camForm) {
  return mountTask(mountPoint, () => read(camForm), (view) => show(mountPoint, camForm, view));
}

const read = (camForm) => get(`/attendance/agreements/${camForm.taskId}`);
const visitsLink = (text) => element('a', { href: '/camunda/visits/' }, text);

function show(mountPoint, camForm, view) {
  const before = view.startsAt.slice(0, MINUTES);
  const { input, reading } = momentInput(before);
  input.id = 'dsh-meeting-at';
  input.className = 'form-control';
  reading.className = 'dsh-hint';
  const other = element('p', { class: 'dsh-limit', role: 'status', hidden: true },
    'Ngày, giờ khác lịch đã có: lượt dự, việc báo cáo và hạn gửi theo ngày mới.');
  input.addEventListener('input', () => { other.hidden = input.value === '' || input.value === before; });
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const button = element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: agree }, 'Đã thống nhất qua điện thoại');
  let sending = false;

  /** Asked first whether the task is still there: Tasklist would answer over the form, in words about forms. */
  async function agree() {
    if (input.value === '') {
      say('Đề nghị đồng chí ghi đủ ngày, giờ họp, ví dụ 19:30, ngày 03/12/2026.');
      input.focus();
      return;
    }
    button.disabled = true;
    error.hidden = true;
    sending = true;
    try {
      await read(camForm);
      setVariable(camForm, 'agreedMeetingAt', input.value);
      await complete(mountPoint, camForm);
      announce(`Đã ghi nhận: thống nhất thời gian với chi ủy ${view.cell.charAt(0).toLowerCase()}${view.cell.slice(1)}.`, { href: '/camunda/visits/', text: 'Xem lượt dự của tôi' });
    } catch (failure) {
      await explain(failure);
    } finally {
      sending = false;
      button.disabled = false;
    }
  }

  /** A task that is gone says nothing of why; a refusal says it itself. What was typed stays in the form. */
  async function explain(failure) {
    try {
      await read(camForm);
      say(failure.sentence ?? 'Chưa ghi nhận được: kiểm tra mạng rồi bấm lại, ngày giờ đã ghi vẫn còn.');
    } catch (gone) {
      if (gone.status === 404) {
        say(GONE, visitsLink('Xem ở trang Lượt dự của tôi'));
      } else {
        say(gone.status ? gone.message : 'Chưa ghi nhận được: kiểm tra mạng rồi bấm lại, ngày giờ đã ghi vẫn còn.');
      }
    }
  }

  function say(sentence, ...more) {
    error.hidden = false;
    error.replaceChildren(sentence, ...more);
    error.scrollIntoView({ block: 'nearest' });
  }

  // Tasklist's own button would agree without looking at the date on the screen.
  camForm.on('submit', (event) => {
    if (!sending) {
      event.submitPrevented = true;
      camForm.submitPrevented = true;
    }
  });

  mountPoint.replaceChildren(
    facts([['Chi bộ đến dự', `${view.cell}, ${view.commune}`], ['Loại chi bộ', view.kind], ['Buổi họp theo lịch', view.meetingAt],
      ['Liên hệ', contacts(view.committee)]]),
    element('fieldset', { class: 'dsh-form', disabled: view.mine === false },
      element('div', { class: 'dsh-field' }, element('label', { for: input.id }, 'Ngày, giờ họp đã thống nhất'), input, reading)),
    other, error,
    element('div', { class: 'dsh-actions' }, view.mine === false ? '' : button),
    element('p', { class: 'dsh-hint' }, 'Không bấm thì đến tối ngày họp việc này tự hết, việc báo cáo vẫn mở đúng ngày.'),
    element('p', { class: 'dsh-links' }, visitsLink('Báo không dự được'), visitsLink('Đổi sang chi bộ khác')));
}

function contacts(committee) {
  return committee.length === 0 ? 'Chưa có tên chi ủy trong dữ liệu: hỏi văn phòng đảng ủy xã, phường'
    : committee.map((each) => `${each.role}: đồng chí ${each.fullName}`).join('\n');
}

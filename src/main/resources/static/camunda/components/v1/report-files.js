// Files of a report: chosen, sent with progress, downloaded, removed until the report is sent.
import { remove, upload } from './api.js';
import { element } from './dom.js';

const ENDINGS = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.heic,.heif';
const LARGEST_BYTES = 20 * 1024 * 1024;
const MOST = 10;

/** Size as people read it. */
export function sizeText(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** A list of files to download from below `address`. */
export function fileList(files, address) {
  return element('ul', { class: 'dsh-files' }, ...files.map((file) => element('li', {}, link(file, address))));
}

function link(file, address) {
  return element('span', { class: 'dsh-file-name' },
    element('a', { href: `/camunda/api${address}/${file.id}`, download: '' }, file.name), ` (${sizeText(file.size)})`);
}

/**
 * The folded section; everything goes to the server at once, apart from the draft. Gives {node, settled}: `settled` resolves
 * once every chosen file has arrived, with whether none was refused since the last question.
 */
export function filesSection(files, address) {
  const list = element('ul', { class: 'dsh-files' });
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
  const input = element('input', { type: 'file', id: 'dsh-report-file', class: 'dsh-file', accept: ENDINGS, multiple: true,
    onchange: sendChosen });
  const summary = element('summary', {});
  files.forEach((file) => list.append(item(file)));
  count();

  function count() {
    const kept = list.querySelectorAll('li').length;
    summary.textContent = kept > 0 ? `Tệp kèm theo (${kept})` : 'Tệp kèm theo';
    input.disabled = kept >= MOST;
  }

  function showError(sentence) {
    error.hidden = !sentence;
    error.textContent = sentence ?? '';
  }

  let uploads = Promise.resolve();
  /** Somebody who was told may send without that file. */
  let refused = false;

  function sendChosen() {
    showError(null);
    const chosen = [...input.files];
    input.value = '';
    uploads = uploads.then(async () => {
      for (const file of chosen) {
        await send(file);
      }
    });
  }

  async function send(file) {
    if (file.size > LARGEST_BYTES) {
      refused = true;
      showError(`Tệp "${file.name}" lớn hơn 20 MB: giảm dung lượng hoặc tách thành nhiều tệp.`);
      return;
    }
    const bar = element('progress', { max: 100, value: 0, 'aria-label': 'Đang tải lên' });
    const line = element('li', {}, `Đang tải lên: ${file.name} `, bar);
    list.append(line);
    try {
      line.replaceWith(item(await upload(address, file, (percent) => { bar.value = percent; })));
    } catch (failure) {
      line.remove();
      refused = true;
      showError(failure.status ? failure.message : `Tệp "${file.name}" chưa tải lên được: kiểm tra mạng rồi chọn lại tệp.`);
    }
    count();
  }

  function item(file) {
    const line = element('li', {}, link(file, address), element('button', { type: 'button', class: 'btn btn-default dsh-second',
      'aria-label': `Bỏ tệp ${file.name}`, onclick: async (event) => {
        const button = event.currentTarget;
        button.disabled = true;
        showError(null);
        try {
          await remove(`${address}/${file.id}`);
          line.remove();
        } catch (failure) {
          button.disabled = false;
          showError(failure.status ? failure.message : 'Chưa bỏ được tệp: kiểm tra mạng rồi thử lại.');
        }
        count();
      } }, 'Bỏ'));
    return line;
  }

  const node = element('details', { class: 'dsh-section' }, summary,
    element('p', { class: 'dsh-hint' }, 'Không bắt buộc. Tệp pdf, docx, xlsx, jpg, png, heic; mỗi tệp tối đa 20 MB, nhiều nhất 10 tệp.'),
    list, error, element('p', { class: 'dsh-choose' }, input,
      element('label', { for: 'dsh-report-file', class: 'btn btn-default dsh-second' }, 'Chọn tệp')));
  return { node, settled: () => uploads.then(() => { const all = !refused; refused = false; return all; }) };
}

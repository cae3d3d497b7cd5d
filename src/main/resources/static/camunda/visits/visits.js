// One's own visits: state, limit, story; a report that nobody has received yet can be taken back.
import { get, post } from '/camunda/components/v1/api.js';
import { element } from '/camunda/components/v1/dom.js';
import { fileList } from '/camunda/components/v1/report-files.js';
import { latestOnly, say, sayRefused } from '/camunda/components/v1/page.js';
import { entryButtons } from './own-entries.js';
import { changeButtons } from './visit-changes.js';

const at = (id) => document.getElementById(id);
const ask = latestOnly();
let page = 0;

at('before').addEventListener('click', () => turn(-1));
at('next').addEventListener('click', () => turn(1));

function turn(by) {
  page += by;
  load();
}

async function load() {
  try {
    const found = await ask(`/attendance/visits?page=${page}`);
    if (!found) {
      return;
    }
    at('list').replaceChildren(...(found.items.length > 0 ? found.items.map(item)
      : [element('li', {}, 'Đồng chí chưa có lượt dự nào.')]));
    at('before').hidden = page === 0;
    at('next').hidden = !found.more;
  } catch (failure) {
    sayRefused(failure);
  }
}

function item(visit) {
  const story = element('ol', {});
  const files = element('div', {});
  const details = element('details', { ontoggle: async () => {
    if (details.open && story.children.length === 0) {
      try {
        const address = `/attendance/visits/${visit.id}`;
        const [facts, attached] = await Promise.all([get(`${address}/story`), get(`${address}/files`)]);
        story.append(...facts.map((fact) => element('li', {}, `${fact.at}, ${fact.who}: ${fact.text}`)));
        if (attached.length > 0) {
          files.append(element('p', {}, 'Tệp kèm theo báo cáo'), fileList(attached, `${address}/files`));
        }
      } catch (failure) {
        sayRefused(failure);
      }
    }
  } }, element('summary', {}, 'Quá trình xử lý'), story, files);
  const actions = element('div', { class: 'bar' });
  if (visit.mayWithdraw) {
    actions.append(withdrawButton(visit, actions));
  }
  actions.append(...changeButtons(visit, actions, afterwards));
  return element('li', {}, element('h2', {}, `${visit.cell}, ${visit.commune}`), element('p', {}, `Họp lúc ${visit.meetingAt}`),
    element('p', {}, element('strong', {}, visit.state), visit.receiver ? `. Nơi nhận báo cáo: ${visit.receiver}` : ''),
    visit.limit ? element('p', { class: 'limit' }, visit.limit) : null, actions, details);
}

async function afterwards(sentence, isError = false) {
  await load();
  say(sentence, isError);
  at('message').scrollIntoView({ block: 'nearest' });
}

/** Asks once more: the receiver loses sight of the report until it is sent again. */
function withdrawButton(visit, place) {
  const button = element('button', { type: 'button', class: 'second', onclick: () => {
    const yes = element('button', { type: 'button', onclick: () => withdraw(visit) }, 'Rút lại, sửa và gửi lại');
    const no = element('button', { type: 'button', class: 'second', onclick: () => place.replaceChildren(button) }, 'Không rút');
    place.replaceChildren(yes, no);
    no.focus();
  } }, 'Rút lại để sửa');
  return button;
}

async function withdraw(visit) {
  try {
    await post(`/attendance/visits/${visit.id}/withdraw`);
    await load();
    say('Báo cáo đã rút lại. Mở việc "Bổ sung báo cáo" ở trang Công việc để sửa và gửi lại; lần gửi đầu vẫn tính là đúng hạn hay chậm.');
  } catch (failure) {
    await load();
    sayRefused(failure);
  }
}

function offerEntries() {
  at('entries').replaceChildren(...entryButtons(at('entries'), async (sentence) => {
    offerEntries();
    await afterwards(sentence);
  }));
}

offerEntries();
load();

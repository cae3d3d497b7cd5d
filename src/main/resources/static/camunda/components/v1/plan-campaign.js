// A level's plan as board, office and Thường trực see it: progress, members, hosts, figures, the consolidated list.
import { get } from './api.js';
import { cell, table } from './calendar-days.js';
import { element, facts } from './dom.js';
import { instantText, limitText, momentText } from './moments.js';
import { pagedList } from './paged-list.js';
import { counted, lineTable, specialTag } from './plan-lines.js';
import { membersPart } from './plan-members.js';

const BEFORE_HOSTS = ['WRITING', 'CHECKING', 'COORDINATING', 'ENDED'];
const MOST_NAMED = 10;
const ORDERS = { MONTH: 'Theo tháng', AREA: 'Theo địa bàn', MEMBER: 'Theo đồng chí' };

/** "Kế hoạch năm 2027", "Điều chỉnh kế hoạch năm 2027" */
export function planTitle({ kind, kindLabel, year }) {
  return kind === 'ANNUAL' ? `${kindLabel} ${year}` : `${kindLabel} năm ${year}`;
}

/** The campaign with its figures and hosts. */
export async function readWhole(id) {
  const address = `/plans/campaigns/${id}`;
  const [campaign, figures, hostList] = await Promise.all([get(address), get(`${address}/figures`), get(`${address}/hosts`)]);
  return { ...campaign, figures, hostList };
}

/** The whole plan in short; the list of its visits is longer than a screen. Figures are those of a year, not of a few lines. */
export function inShort(campaign) {
  if (campaign.state === 'ENDED') {
    return [campaignFacts(campaign)];
  }
  return [campaignFacts(campaign), ...(campaign.kind === 'ANNUAL' ? [figuresPart(campaign.figures)] : []), hostsPart(campaign), downloads(campaign.id)];
}

/** Unit, year, state, how many have sent. */
export function campaignFacts(campaign) {
  return facts([['Kế hoạch', planTitle(campaign)], ['Cấp ủy', campaign.unit], ['Tình trạng', campaign.stateLabel],
    ['Hạn của bước này', limitText(campaign.limitAt)], ['Lý do điều chỉnh', campaign.reason], ['Đã gửi', campaign.state === 'ENDED' ? null : sentText(campaign)],
    ['Chưa có tài khoản', campaign.withoutAccount.length > 0 ? accountText(campaign.withoutAccount) : null],
    ['Số lượt dự', campaign.state === 'ENDED' ? null : campaign.faults > 0 ? `${number(campaign.lines)}, trong đó ${counted(campaign.faults, 'lượt')} chưa có chi bộ hoặc ngày` : number(campaign.lines)],
    ['Nơi có chi bộ', campaign.hosts > 0 ? hostText(campaign) : null]]);
}

function sentText({ sent, members, toSupplement, notSent }) {
  return [`${number(sent)}/${number(members)} đồng chí`, toSupplement > 0 ? `${number(toSupplement)} đang bổ sung` : '', notSent > 0 ? `${number(notSent)} không gửi` : '']
    .filter(Boolean).join(', ');
}

/** Who cannot write their plan themselves, and what is to be done. */
function accountText(names) {
  const named = names.slice(0, MOST_NAMED).join(', ');
  return `${counted(names.length, 'đồng chí')}: ${named}${names.length > MOST_NAMED ? '…' : ''}. Ban tổ chức, văn phòng nhập thay từ bản giấy: nhận việc mang tên đồng chí đó trong danh sách công việc, hoặc đề nghị cấp tài khoản.`;
}

function hostText({ hosts, answered, silent, otherDates }) {
  return [`${number(answered)}/${number(hosts)} đã cho ý kiến`, silent > 0 ? `${number(silent)} quá hạn, coi như thống nhất` : '',
    otherDates > 0 ? `${number(otherDates)} lượt đề nghị ngày khác` : ''].filter(Boolean).join(', ');
}

/** What Thường trực has wanted adjusted in an earlier round, and what it has said of this plan. */
export function opinionPart({ adjustment, opinion }) {
  const said = [adjustment ? [adjustment.text, 'Thường trực đề nghị điều chỉnh: ', adjustment.by, adjustment.at] : null,
    opinion?.note ? [opinion.note, 'Ý kiến của Thường trực: ', opinion.by, opinion.at] : null,
    opinion?.by && !opinion.note ? ['thống nhất', 'Ý kiến của Thường trực: ', opinion.by, opinion.at] : null,
    opinion?.ownNote && opinion.by ? [opinion.ownNote, `Ý kiến về phần của đồng chí ${opinion.by}: `, opinion.ownBy] : null].filter(Boolean);
  return element('div', {}, ...said.map(([text, title, by, at]) => element('p', { class: 'dsh-limit dsh-attention' }, element('strong', {}, title), text, byWhom(by, at))));
}

/** " (đồng chí Nguyễn Văn A, lúc 03/12/2026 21:14)" */
export function byWhom(by, at) {
  const parts = [by ? `đồng chí ${by}` : null, at ? `lúc ${instantText(at)}` : null].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** Why a plan was given up, and by whom; null for others. */
export function endedPart({ ended }) {
  return ended ? element('p', { class: 'dsh-limit' }, `Kết thúc vì: ${ended.text}${byWhom(ended.by, ended.at)}`) : null;
}

/** Word and Excel of the whole plan. */
export function downloads(id) {
  const link = (kind, text) => element('a', { class: 'dsh-download', href: `/camunda/api/plans/campaigns/${id}/${kind}`, download: '' }, text);
  return element('p', { class: 'dsh-links' }, link('word', 'Tải bản Word'), link('excel', 'Tải bảng Excel'));
}

/** Ruling A12: special areas first and more often, proved by figures. */
export function figuresPart(figures) {
  const row = (name, { cells, visited, visits, firstMonth }) => element('tr', {}, cell('Địa bàn', element('strong', {}, name)), cell('Số chi bộ', number(cells)),
    cell('Chi bộ có lượt dự', number(visited)), cell('Lượt dự', number(visits)), cell('Bình quân', average(visits, cells)), cell('Tháng dự đầu tiên', firstMonth ? firstMonth.split('-').reverse().join('/') : 'Chưa có'));
  const never = figures.neverVisited;
  return element('section', {}, element('h4', {}, 'Địa bàn đặc thù so với địa bàn khác'),
    element('div', { class: 'dsh-lines dsh-figures' }, table(['Địa bàn', 'Số chi bộ', 'Chi bộ có lượt dự', 'Lượt dự', 'Bình quân', 'Tháng dự đầu tiên'],
      [row('Đặc thù, ưu tiên', figures.special), row('Các địa bàn khác', figures.others)])),
    figures.neverVisitedInAll === 0 ? element('p', { class: 'dsh-hint' }, 'Chi bộ nào cũng đã có đồng chí về dự hoặc có trong kế hoạch.')
      : element('details', {}, element('summary', {}, `Chi bộ chưa có lượt dự nào: ${number(figures.neverVisitedInAll)}`),
        element('ul', { class: 'dsh-latest' }, ...never.map((each) => element('li', {}, `${each.cell}, ${each.commune}`))),
        never.length < figures.neverVisitedInAll ? element('p', { class: 'dsh-hint' },
          `Ghi ${number(never.length)} chi bộ đầu, đủ danh sách trong bảng Excel.`) : null),
    counts('Lượt dự theo tháng', figures.months), counts('Lượt dự theo xã, phường', figures.communes), counts('Lượt dự theo đồng chí', figures.members));
}

function counts(title, all) {
  return element('details', {}, element('summary', {}, title), element('ul', { class: 'dsh-counts' }, ...all.map(({ label, visits }) =>
    element('li', {}, element('span', {}, label), element('strong', {}, number(visits))))));
}

/** Hosts with what they have answered. */
export function hostsPart({ hostList: hosts, state }) {
  if (hosts.length === 0) {
    return element('p', { class: 'dsh-hint' }, BEFORE_HOSTS.includes(state) ? 'Chưa lấy ý kiến nơi có chi bộ.' : 'Không có lượt dự nào cần lấy ý kiến nơi có chi bộ.');
  }
  return element('details', {}, element('summary', {}, `Nơi có chi bộ: ${number(hosts.filter((each) => each.state === 'ANSWERED').length)}/${number(hosts.length)} đã có ý kiến`),
    element('ul', { class: 'dsh-latest' }, ...hosts.map((host) => element('li', {}, element('strong', {}, host.unit), `: ${host.stateLabel}, ${counted(host.lines, 'lượt dự')}${host.otherDates > 0 ? `, ${counted(host.otherDates, 'lượt đề nghị ngày khác')}` : ''}`,
      host.state === 'ANSWERED' ? `, lúc ${instantText(host.answeredAt)}` : ''))));
}

/** The visits of a year, or what an amendment changes, with what is taken back. */
export function listPart(campaign) {
  return campaign.kind === 'ANNUAL' ? linesPart(campaign.id) : membersPart(campaign.id, { content: (plan) => [lineTable(plan.lines)], open: true });
}

/** The consolidated list in the order that is chosen, page by page. */
export function linesPart(id) {
  const order = element('select', { class: 'form-control', name: 'order', id: `dsh-order-${id}`, onchange: () => lines.load() },
    ...Object.entries(ORDERS).map(([value, label]) => element('option', { value }, label)));
  const lines = pagedList({ list: element('div', {}), none: 'Chưa có lượt dự nào trong kế hoạch.',
    ask: (page) => get(`/plans/campaigns/${id}/lines?order=${order.value}&page=${page}`),
    append: (list, items) => groups(items, order.value).forEach(([title, group]) => append(list, title, group)) });

  /** A group may go on from one page to the next. */
  function append(list, title, group) {
    const last = [...list.querySelectorAll('[data-group]')].pop();
    const rows = group.map(plannedRow);
    if (last?.dataset.group === title) {
      last.querySelector('tbody').append(...rows);
    } else {
      list.append(element('section', { 'data-group': title }, element('h5', {}, title),
        element('div', { class: 'dsh-lines' }, table(['Ngày, giờ dự', 'Chi bộ', 'Đồng chí', 'Nội dung', 'Tình trạng'], rows))));
    }
  }

  lines.load();
  return element('section', {}, element('h4', {}, 'Danh sách lượt dự'), element('div', { class: 'dsh-field dsh-order' },
    element('label', { for: order.id }, 'Xếp danh sách'), order), ...lines.nodes);
}

function groups(lines, order) {
  const title = { MONTH: (line) => (line.meetingAt ? `Tháng ${line.meetingAt.slice(5, 7)}/${line.meetingAt.slice(0, 4)}` : 'Chưa chọn ngày'),
    AREA: (line) => line.commune ?? 'Chưa chọn chi bộ', MEMBER: (line) => `Đồng chí ${line.member}` }[order];
  const found = [];
  lines.forEach((line) => {
    if (found.at(-1)?.[0] !== title(line)) {
      found.push([title(line), []]);
    }
    found.at(-1)[1].push(line);
  });
  return found;
}

function plannedRow(line) {
  return element('tr', {}, cell('Ngày, giờ dự', momentText(line.meetingAt) || 'Chưa chọn'), cell('Chi bộ', line.cell ? `${line.cell}, ${line.commune} ` : 'Chưa chọn ', specialTag(line)),
    cell('Đồng chí', line.post ? `${line.member} (${line.post})` : line.member), cell('Nội dung', line.theme ?? ''), cell('Tình trạng', line.stateLabel));
}

export const number = (value) => new Intl.NumberFormat('vi-VN').format(value);

/** Visits a cell, with the comma of Vietnamese. */
function average(visits, cells) {
  return cells === 0 ? '' : new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(visits / cells);
}


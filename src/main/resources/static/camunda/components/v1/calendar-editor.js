// Typing one day: what it is, its name, its status and where that stands.
import { dayText, KINDS, STATUSES } from './calendar-days.js';
import { element } from './dom.js';

const FIELDS = [['day', 'Ngày'], ['kind', 'Loại ngày'], ['name', 'Tên ngày'], ['status', 'Tình trạng'], ['source', 'Căn cứ']];
const HINTS = { name: 'Ví dụ: Quốc khánh, Nghỉ hoán đổi, Làm bù', source: 'Số, ngày của thông báo' };

/** Fields for `typing` ({day, kind, name, status, source, fixed}); `changed` with every letter, `done` with the whole day. */
export function dayEditor(typing, { changed, done, dropped }) {
  const inputs = {};
  const read = () => ({ ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value])), fixed: typing.fixed });
  const error = element('p', { class: 'dsh-problem', role: 'alert', hidden: true });
  const spelled = element('p', { class: 'dsh-hint' }, dayText(typing.day));
  const fields = FIELDS.map(([name, label]) => {
    inputs[name] = input(name, typing);
    inputs[name].addEventListener('input', () => {
      spelled.textContent = dayText(inputs.day.value);
      error.hidden = true;
      changed(read());
    });
    return element('div', { class: name === 'source' || name === 'name' ? 'dsh-field' : 'dsh-field dsh-half' },
      element('label', { for: `dsh-day-${name}` }, label), inputs[name],
      name === 'day' ? spelled : null, HINTS[name] ? element('p', { class: 'dsh-hint' }, HINTS[name]) : null);
  });

  function take() {
    const day = read();
    const missing = !dayText(day.day) ? ['day', 'Đề nghị đồng chí ghi ngày.']
      : !day.name.trim() ? ['name', 'Đề nghị đồng chí ghi tên ngày.']
        : !day.source.trim() ? ['source', 'Đề nghị đồng chí ghi căn cứ, ví dụ số và ngày của thông báo.'] : null;
    if (missing) {
      error.hidden = false;
      error.textContent = missing[1];
      inputs[missing[0]].focus();
      return;
    }
    done({ day: day.day, kind: day.kind, name: day.name.trim(), status: day.status, source: day.source.trim() });
  }

  return element('fieldset', { class: 'dsh-fields dsh-editor' }, ...fields, error, element('div', { class: 'dsh-actions' },
    element('button', { type: 'button', class: 'btn btn-primary dsh-second', onclick: take }, 'Ghi vào bảng'), ' ',
    element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: dropped }, 'Bỏ qua')));
}

function input(name, typing) {
  const common = { id: `dsh-day-${name}`, name, class: 'form-control' };
  const choices = { kind: KINDS, status: STATUSES }[name];
  const field = choices
    ? element('select', common, ...Object.entries(choices).map(([value, label]) => element('option', { value }, label)))
    : element('input', { ...common, type: name === 'day' ? 'date' : 'text', maxlength: { name: 60, source: 300 }[name],
      readonly: name === 'day' && typing.fixed });
  field.value = typing[name] ?? '';
  return field;
}

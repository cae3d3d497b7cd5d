// Rows of one question, for instance opinions and recommendations: added one by one, removed with a way back.
import { element } from './dom.js';
import { simpleInput } from './report-input.js';

let rowsSoFar = 0;

/** Gives {node, value, set, showProblem, start}; `start` puts the first row where there is none. */
export function rowsInput(field, id, changed) {
  const list = element('div', { class: 'dsh-rows' });
  const problem = element('p', { class: 'dsh-problem', role: 'alert', hidden: true });
  const add = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
    const row = append({});
    changed();
    row.node.querySelector('select, input, textarea').focus();
  } }, 'Thêm nội dung');
  let rows = [];

  function append(values) {
    const row = rowOf(field, `${id}-${++rowsSoFar}`, values, onChange, () => remove(row));
    rows.push(row);
    list.append(row.node);
    renumber();
    return row;
  }

  function remove(row) {
    forget();
    const at = rows.indexOf(row);
    rows.splice(at, 1);
    const undo = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
      rows.splice(at, 0, row);
      gone.replaceWith(row.node);
      renumber();
      changed();
    } }, 'Hoàn tác');
    const gone = element('p', { class: 'dsh-removed', role: 'status' }, 'Đã bỏ một nội dung. ', undo);
    row.node.replaceWith(gone);
    renumber();
    changed();
    undo.focus();
  }

  /** What was removed before can no longer come back to its old place. */
  function forget() {
    list.querySelectorAll('.dsh-removed').forEach((old) => old.remove());
  }

  function renumber() {
    rows.forEach((row, number) => row.renumber(number + 1));
    add.disabled = rows.length >= (field.most ?? 50);
    showProblem(null);
  }

  function onChange() {
    forget();
    changed();
  }

  /** `place` is "[2].content", or nothing for the whole question. */
  function showProblem(sentence, place) {
    const found = /^\[(\d+)\]\.(\w+)$/.exec(place ?? '');
    if (found && rows[Number(found[1])]) {
      return rows[Number(found[1])].showProblem(found[2], sentence);
    }
    problem.hidden = !sentence;
    problem.textContent = sentence ?? '';
    return add;
  }

  return {
    node: element('div', { class: 'dsh-field' }, element('span', { class: 'dsh-name' }, field.label),
      field.hint ? element('p', { class: 'dsh-hint' }, field.hint) : '', list, problem, element('div', {}, add)),
    value: () => rows.map((row) => row.value()),
    set: (values) => {
      rows = [];
      list.replaceChildren();
      (values ?? []).forEach(append);
    },
    start: () => {
      if (rows.length === 0) {
        append({});
      }
    },
    clearProblems: () => {
      showProblem(null);
      rows.forEach((row) => row.clearProblems());
    },
    showProblem,
  };
}

function rowOf(field, id, values, changed, remove) {
  const inputs = new Map();
  const title = element('strong', {});
  const onChange = () => {
    showAsked();
    changed();
  };
  field.columns.forEach((column) => {
    const input = simpleInput(column, `${id}-${column.name}`, onChange);
    input.set(values[column.name]);
    inputs.set(column.name, input);
  });

  function showAsked() {
    field.columns.filter((column) => column.when).forEach((column) => {
      inputs.get(column.name).node.hidden = !column.when.in.includes(inputs.get(column.when.field).value());
    });
  }

  showAsked();
  const node = element('div', { class: 'dsh-row', role: 'group' },
    element('div', { class: 'dsh-row-head' }, title,
      element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: remove }, 'Bỏ')),
    ...[...inputs.values()].map((input) => input.node));
  return {
    node,
    renumber: (number) => {
      title.textContent = `Nội dung ${number}`;
      node.setAttribute('aria-label', title.textContent);
    },
    value: () => Object.fromEntries([...inputs].map(([name, input]) => [name, input.value()]).filter(([, value]) => value !== '')),
    showProblem: (column, sentence) => inputs.get(column)?.showProblem(sentence),
    clearProblems: () => inputs.forEach((input) => input.showProblem(null)),
  };
}

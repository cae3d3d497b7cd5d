// One simple question of the report form: label, hint, input, and the place for what is wrong with it.
import { element } from './dom.js';

const YES_NO = [{ value: 'YES', label: 'Có' }, { value: 'NO', label: 'Không' }];

export function choicesOf(field) {
  return field.type === 'YES_NO' ? YES_NO : field.choices;
}

/** `changed` is called at each change; `id` is unique on the page. Gives {node, value, set, showProblem, note}. */
export function simpleInput(field, id, changed) {
  const input = inputOf(field, id);
  const problem = element('p', { class: 'dsh-problem', id: `${id}-problem`, hidden: true });
  const note = element('p', { class: 'dsh-hint dsh-note', hidden: true });
  input.addEventListener('input', () => {
    showProblem(null);
    note.hidden = true;
    changed();
  });

  function showProblem(sentence) {
    problem.hidden = !sentence;
    problem.textContent = sentence ?? '';
    input.setAttribute('aria-invalid', sentence ? 'true' : 'false');
    return input;
  }

  const node = element('div', { class: field.half ? 'dsh-field dsh-half' : 'dsh-field' },
    element('label', { for: id }, field.label),
    input, field.hint ? element('p', { class: 'dsh-hint', id: `${id}-hint` }, field.hint) : '', note, problem);
  return {
    node, showProblem,
    value: () => input.value,
    set: (value) => { input.value = value ?? ''; },
    note: (sentence) => { note.hidden = false; note.textContent = sentence; },
  };
}

function inputOf(field, id) {
  const common = { id, name: field.name, class: 'form-control',
    'aria-describedby': field.hint ? `${id}-hint ${id}-problem` : `${id}-problem` };
  const choices = choicesOf(field);
  if (choices) {
    return element('select', common, element('option', { value: '' }, 'Chọn…'),
      ...choices.map(({ value, label }) => element('option', { value }, label)));
  }
  if (field.type === 'TEXT') {
    return growing(element('textarea', { ...common, rows: 3, maxlength: field.most ?? 20000 }));
  }
  const types = { TIME: { type: 'time' }, DATE: { type: 'date' }, NUMBER: { type: 'number', min: 0, inputmode: 'numeric' } };
  return element('input', { ...common, ...(types[field.type] ?? { type: 'text', maxlength: field.most ?? 300 }) });
}

const TALLEST_PX = 480;

/** As tall as its text, up to a screen. */
function growing(area) {
  area.addEventListener('input', () => {
    if (area.scrollHeight > area.clientHeight) {
      area.style.height = `${Math.min(TALLEST_PX, area.scrollHeight + 4)}px`;
    }
  });
  return area;
}

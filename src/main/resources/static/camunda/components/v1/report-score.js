// The visitor's own score of the meeting, by the sheet that goes with the kind of meeting; sum and level come from the server.
import { element } from './dom.js';
import { simpleInput } from './report-input.js';

/** `kind` gives the present answer of the question that chooses the sheet. Gives {node, value, set, showProblem, follow, showScore}. */
export function scoreInput(field, id, sheets, kind, changed) {
  const typed = new Map();
  const inputs = new Map();
  const place = element('div', { class: 'dsh-fields' });
  const total = element('p', { class: 'dsh-total', role: 'status' });
  let shownSheet;

  function follow() {
    const sheet = sheets[field.rubrics.use[kind()]];
    if (sheet === shownSheet) {
      return;
    }
    keep();
    shownSheet = sheet;
    inputs.clear();
    total.textContent = '';
    if (!sheet) {
      place.replaceChildren(element('p', { class: 'dsh-hint dsh-field' }, 'Loại buổi sinh hoạt này không chấm điểm.'));
      return;
    }
    sheet.criteria.forEach((criterion) => {
      const input = simpleInput({ name: criterion.name, type: 'SHORT_TEXT', half: false, most: 6,
        label: `${criterion.label} (tối đa ${criterion.most})` }, `${id}-${criterion.name}`, () => {
        total.textContent = '';
        changed();
      });
      input.node.classList.add('dsh-points');
      input.node.querySelector('input').setAttribute('inputmode', 'decimal');
      input.set(typed.get(criterion.name));
      inputs.set(criterion.name, input);
    });
    place.replaceChildren(element('p', { class: 'dsh-name dsh-field' }, sheet.title), ...[...inputs.values()].map((input) => input.node));
  }

  function keep() {
    inputs.forEach((input, name) => typed.set(name, input.value()));
  }

  return {
    node: element('div', { class: 'dsh-field' }, element('span', { class: 'dsh-name' }, field.label),
      field.hint ? element('p', { class: 'dsh-hint' }, field.hint) : '', place, total),
    follow,
    value: () => {
      keep();
      return Object.fromEntries([...typed].filter(([, value]) => value));
    },
    set: (points) => {
      typed.clear();
      Object.entries(points ?? {}).forEach(([name, value]) => typed.set(name, value));
      inputs.forEach((input, name) => input.set(typed.get(name)));
    },
    showScore: (score) => { total.textContent = score ? scoreText(score) : ''; },
    showProblem: (sentence, criterion) => inputs.get(criterion?.slice(1))?.showProblem(sentence),
    clearProblems: () => inputs.forEach((input) => input.showProblem(null)),
  };
}

export function scoreText(score) {
  return `Tổng ${String(score.points).replace('.', ',')} điểm: ${score.level}`;
}

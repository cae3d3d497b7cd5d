// A report as it is read: only what was answered, by the definition it was written with.
import { element, facts } from './dom.js';
import { fileList } from './report-files.js';
import { choicesOf } from './report-input.js';
import { scoreText } from './report-score.js';

/** Nodes for all answers of `view.answers`; files come from below `filesAddress`. */
export function shownReport({ form, answers }, filesAddress) {
  const nodes = form.definition.sections.flatMap((section) => shownSection(section, form, answers));
  if (form.files.length > 0) {
    nodes.push(element('h4', {}, 'Tệp kèm theo'), fileList(form.files, filesAddress));
  }
  return nodes;
}

function shownSection(section, form, answers) {
  const pairs = section.fields.filter((field) => answers[field.name] !== undefined && answers[field.name] !== null)
    .map((field) => [field.label, shown(field, answers, form)]).filter(([, value]) => value);
  if (pairs.length === 0) {
    return [];
  }
  return section.title ? [element('h4', {}, section.title), facts(pairs)] : [facts(pairs)];
}

function shown(field, answers, form) {
  const value = answers[field.name];
  if (field.type === 'ROWS') {
    return element('ol', { class: 'dsh-shown-rows' }, ...value.map((row) => shownRow(field, row)));
  }
  if (field.type === 'SCORE') {
    return form.scores[field.name] ? shownScore(field, answers, form) : '';
  }
  return text(field, value);
}

function shownScore(field, answers, form) {
  const sheet = form.sheets[field.rubrics.use[answers[field.rubrics.by]]];
  return element('div', {}, scoreText(form.scores[field.name]), element('ul', { class: 'dsh-shown-rows dsh-hint' },
    ...sheet.criteria.map(({ name, label, most }) => element('li', {}, `${label}: ${value(answers, field, name)}/${most}`))));
}

function value(answers, field, criterion) {
  return answers[field.name][criterion].replace('.', ',');
}

function shownRow(field, row) {
  const rest = field.columns.filter((column) => column.type !== 'TEXT' && row[column.name])
    .map((column) => text(column, row[column.name])).join(' · ');
  return element('li', {}, ...field.columns.filter((column) => column.type === 'TEXT' && row[column.name])
    .map((column) => element('div', {}, row[column.name])), element('div', { class: 'dsh-hint' }, rest));
}

function text(field, value) {
  if (field.type === 'DATE') {
    return value.split('-').reverse().join('/');
  }
  return choicesOf(field)?.find((choice) => choice.value === value)?.label ?? value;
}

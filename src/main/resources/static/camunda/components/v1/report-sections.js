// The questions of a report, drawn from its stored definition: the first section open, the others folded.
import { element } from './dom.js';
import { simpleInput } from './report-input.js';
import { rowsInput } from './report-rows.js';
import { scoreInput } from './report-score.js';

/** `view` is the form part of what the server gives for a task; `changed` is called at each change. */
export class ReportSections {
  constructor(view, changed) {
    this.fields = view.definition.sections.flatMap((section) => section.fields);
    this.inputs = new Map();
    const onChange = () => {
      this.showAsked();
      changed();
    };
    this.nodes = view.definition.sections.map((section) => this.section(section, view.sheets, onChange));
  }

  section(section, sheets, changed) {
    const fields = element('div', { class: 'dsh-fields' }, ...section.fields.map((field) => {
      const input = this.input(field, sheets, changed);
      this.inputs.set(field.name, input);
      return input.node;
    }));
    return section.title ? element('details', { class: 'dsh-section' }, element('summary', {}, section.title), fields) : fields;
  }

  input(field, sheets, changed) {
    const id = `dsh-${field.name}`;
    if (field.type === 'ROWS') {
      return rowsInput(field, id, changed);
    }
    return field.type === 'SCORE'
      ? scoreInput(field, id, sheets, () => this.inputs.get(field.rubrics.by).value(), changed)
      : simpleInput(field, id, changed);
  }

  /** Only what is answered; what is not asked at the moment is kept as typed. */
  answers() {
    const answers = {};
    this.inputs.forEach((input, name) => {
      const value = input.value();
      const empty = value === '' || Array.isArray(value) && value.length === 0
        || typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0;
      if (!empty) {
        answers[name] = value;
      }
    });
    return answers;
  }

  set(answers) {
    this.inputs.forEach((input, name) => input.set(answers[name]));
    this.showAsked();
  }

  /** First answers that the visitor looks over. */
  prefill(answers) {
    Object.entries(answers).forEach(([name, value]) => {
      this.inputs.get(name)?.set(value);
      this.inputs.get(name)?.note?.('Điền sẵn, đồng chí sửa nếu khác');
    });
    this.showAsked();
  }

  showAsked() {
    this.fields.forEach((field) => {
      const input = this.inputs.get(field.name);
      if (field.when) {
        const asked = field.when.in.includes(this.inputs.get(field.when.field).value());
        input.node.hidden = !asked;
        if (asked) {
          input.start?.();
        }
      }
      input.follow?.();
    });
  }

  showScores(scores) {
    this.inputs.forEach((input, name) => input.showScore?.(scores[name]));
  }

  clearProblems() {
    this.inputs.forEach((input) => (input.clearProblems ?? input.showProblem)(null));
  }

  /** Sentences beside their fields, folded parts opened, the first field in sight. */
  showProblems(problems) {
    this.clearProblems();
    const places = problems.map(({ field, message }) => {
      const [, name, place] = /^(\w+)(.*)$/.exec(field);
      const input = this.inputs.get(name)?.showProblem(message, place);
      input?.closest('details')?.setAttribute('open', '');
      return input;
    });
    places.find((place) => place)?.focus();
  }
}

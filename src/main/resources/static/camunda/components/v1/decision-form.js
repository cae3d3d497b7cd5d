// A task in which somebody else decides about a person: facts, a hint, a button for each decision.
import { announce, element, facts } from './dom.js';
import { claim, complete, setVariable } from './tasklist.js';

/**
 * Shows the task. `buttons` are pairs of decision and words, the first the main one; the decision goes into `variable`;
 * `own` is the sentence for who decides about themselves.
 */
export function showDecision(mountPoint, camForm, view, { variable, about, hint, buttons, own }) {
  const error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });

  async function decide(decision, text) {
    error.hidden = true;
    setVariable(camForm, variable, decision);
    try {
      await complete(mountPoint, camForm);
      announce(`${text}: đồng chí ${view.visitor}.`);
    } catch (failure) {
      error.hidden = false;
      error.textContent = `Chưa ghi nhận được: ${own}; nếu không phải, tải lại danh sách công việc.`;
    }
  }

  mountPoint.replaceChildren(facts(about), element('p', { class: 'dsh-hint' }, hint), error,
    element('div', { class: 'dsh-actions' }, ...(view.mine
      ? buttons.map(([decision, text], place) => element('button', { type: 'button', onclick: () => decide(decision, text),
        class: place === 0 ? 'btn btn-primary dsh-send' : 'btn btn-default dsh-second' }, text))
      : [element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý')])));
}

// What the forms about annual plans share: reading a task, completing it, asking once more in the page.
import { get } from './api.js';
import { element, useStyles } from './dom.js';
import { claim, complete, mountTask, setVariable } from './tasklist.js';

/** Shows with `show` what the task is about: `/plans/tasks/…` says which that is, `read(task)` gets it. */
export function mountPlanTask(mountPoint, camForm, read, show) {
  useStyles();
  useStyles('plan.css');
  mountPoint.classList.add('dsh-wide');
  const completion = new Completion(mountPoint, camForm);
  return mountTask(mountPoint, async () => {
    const task = await get(`/plans/tasks/${camForm.taskId}`);
    return { ...await read(task), user: task.user, mine: task.mine };
  }, (view) => show(view, completion));
}

/** A task of a body is taken before it is done. */
export function claimButton() {
  return element('button', { type: 'button', class: 'btn btn-primary dsh-send', onclick: claim }, 'Nhận xử lý');
}

/** Does things for a form one after the other and says what comes of them; what was typed stays after a refusal. */
export class Steps {
  constructor(mountPoint) {
    this.mountPoint = mountPoint;
    this.error = element('p', { class: 'dsh-error', role: 'alert', hidden: true });
    this.above = element('div', {});
  }

  /** Does `work`; a refusal is said in its own words, a broken line in `lost`. Gives whether it went well. */
  async perform(work, lost) {
    const buttons = [...this.mountPoint.querySelectorAll('.dsh-actions button')];
    buttons.forEach((each) => { each.disabled = true; });
    this.say(null);
    try {
      await work();
      return true;
    } catch (failure) {
      this.say(failure.sentence ?? (failure.status ? failure.message : lost));
      return false;
    } finally {
      buttons.forEach((each) => { each.disabled = false; });
    }
  }

  /** What has become of saving; saved elsewhere meanwhile, the newest version is offered. */
  toldOf({ state, message }, reload) {
    this.say(state === 'stale' ? null : message ?? null);
    if (state === 'stale') {
      this.offer(message, [['Tải bản mới nhất', reload]]);
    }
  }

  /** What this machine has and the server has not: taken where nobody has saved since, else offered. */
  restore(draft, use) {
    const copy = draft.localCopy();
    if (!copy || JSON.stringify(copy.answers) === JSON.stringify(draft.read())) {
      return;
    }
    if (copy.basedOn === draft.version) {
      use(copy.answers);
    } else {
      this.offer('Trên máy này còn nội dung chưa lưu, trong khi đã có bản lưu từ thiết bị khác.',
        [['Dùng nội dung trên máy', () => use(copy.answers)], ['Dùng bản đã lưu', () => draft.forgetLocally()]]);
    }
  }

  /** A sentence above the form with what may be done. */
  offer(sentence, choices) {
    this.above.replaceChildren(element('div', { class: 'dsh-error dsh-offer', role: 'alert' }, element('p', {}, sentence),
      ...choices.map(([text, act]) => element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: () => {
        this.above.replaceChildren();
        act();
      } }, text))));
    this.above.scrollIntoView({ block: 'nearest' });
  }

  say(sentence) {
    this.error.hidden = !sentence;
    this.error.textContent = sentence ?? '';
    if (sentence) {
      this.error.scrollIntoView({ block: 'nearest' });
    }
  }
}

/** The same for a task's form, which is completed in the end. */
class Completion extends Steps {
  constructor(mountPoint, camForm) {
    super(mountPoint);
    Object.assign(this, { camForm, sending: false });
    // Tasklist's own button would send what is saved, not what is on the screen.
    camForm.on('submit', (event) => {
      if (!this.sending) {
        event.submitPrevented = true;
        camForm.submitPrevented = true;
      }
    });
  }

  /** Completes the task, with a decision where the diagram asks for one. */
  async complete(variable, decision) {
    this.sending = true;
    try {
      if (variable) {
        setVariable(this.camForm, variable, decision);
      }
      await complete(this.mountPoint, this.camForm);
    } finally {
      this.sending = false;
    }
  }
}

/**
 * A button that asks `question` in its own place before it acts: `answers` are pairs of words and what they do. The way
 * back has the focus: Enter alone does nothing. `ready` says whether there is anything to ask yet.
 */
export function askedButton({ text, question, answers, className = 'btn btn-primary dsh-send', ready = () => true }) {
  const button = element('button', { type: 'button', class: className, onclick: () => {
    if (!ready()) {
      return;
    }
    const back = element('button', { type: 'button', class: 'btn btn-default dsh-second', onclick: close }, 'Thôi');
    const asked = element('div', { class: 'dsh-asked', role: 'group', 'aria-label': text }, element('p', {}, question),
      ...answers.map(([words, act]) => element('button', { type: 'button', class: 'btn btn-primary dsh-second', onclick: async () => {
        await act();
        close();
      } }, words)), back);

    function close() {
      asked.replaceWith(button);
      button.focus();
    }

    button.replaceWith(asked);
    back.focus();
  } }, text);
  return button;
}

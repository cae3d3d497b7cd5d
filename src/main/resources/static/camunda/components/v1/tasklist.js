// What the components need of Tasklist around them.
import { Refused } from './api.js';
import { element, useStyles } from './dom.js';

/** Tasklist's own button that completes the task; ours saves first and then presses it. */
function completeButton(mountPoint) {
  return mountPoint.closest('[cam-tasklist-form], .task-form, .cam-tasklist-form, body')
    .querySelector('.form-actions .btn-primary');
}

const LIST_AGAIN_MS = 1_000;

/**
 * Tasklist asks for its list every ten seconds. A list that was on its way when the task was completed still has the task,
 * and Tasklist takes it for the new one until it asks the next time.
 */
function askForListAgain() {
  window.angular?.element(document.body).injector()?.get('$rootScope').$broadcast('refresh');
}

/**
 * Completes the task the way Tasklist does, so that its lists follow. Resolves when the server has answered; a refusal
 * carries the server's sentence, if it gave one.
 */
export function complete(mountPoint, camForm) {
  return new Promise((resolve, reject) => {
    camForm.on('submit-success', () => {
      setTimeout(askForListAgain, LIST_AGAIN_MS);
      resolve();
    });
    camForm.on('submit-failed', (form, [refusal]) => reject(Object.assign(new Error('not completed'), { sentence: sentenceOf(refusal) })));
    const button = completeButton(mountPoint);
    button.disabled = false;
    button.click();
  });
}

const RULE_VIOLATION = 400;

/** The engine's own messages are English and name ids: only sentences of ours are for people. */
function sentenceOf(refusal) {
  return refusal?.status === RULE_VIOLATION ? refusal.message : null;
}

/** A variable that goes with the completion of the task. */
export function setVariable(camForm, name, value) {
  const variables = camForm.variableManager;
  if (variables.variable(name)) {
    variables.variableValue(name, value);
  } else {
    variables.createVariable({ name, type: 'String', value });
  }
}

const CLAIM = '.claim';
const LOOK_EVERY_MS = 300;

/** Takes the task the way Tasklist does, so that its lists follow. */
export function claim() {
  document.querySelector(CLAIM)?.click();
}

/** Resolves once the task has been taken, here or by Tasklist's own button; Tasklist itself does not load the form again. */
function claimed(mountPoint) {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      const gone = !mountPoint.isConnected;
      if (gone || !document.querySelector(CLAIM)) {
        clearInterval(look);
        if (!gone) {
          resolve();
        }
      }
    }, LOOK_EVERY_MS);
  });
}

const NARROW_PX = 768;

/** On a phone Tasklist puts an opened task below filters and list: people should see the form they asked for. */
export function bringIntoView(mountPoint) {
  if (window.innerWidth < NARROW_PX) {
    mountPoint.scrollIntoView({ block: 'start' });
  }
}

/**
 * Shows what `read` gives of a task with `show`, and once more after a task that was nobody's has been taken: only then
 * does the server say that it is one's own.
 */
export async function mountTask(mountPoint, read, show) {
  useStyles();
  try {
    const view = await read();
    show(view);
    bringIntoView(mountPoint);
    if (view.mine === false) {
      await claimed(mountPoint);
      show(await read());
    }
  } catch (failure) {
    mountPoint.replaceChildren(element('p', { class: 'dsh-error', role: 'alert' },
      failure instanceof Refused ? failure.message : 'Chưa tải được việc này: kiểm tra mạng rồi mở lại.'));
  }
}

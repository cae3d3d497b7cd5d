// Says how far a case is that was started by its form, over the page, until a person is needed or it is over.
import { get } from './api.js';
import { element, useStyles } from './dom.js';

const LOOK_EVERY_MS = 1000;
/** So long may it take until the task is there. */
const MOST_LOOKS = 20;

/** Looks at `address` while its state is APPLYING or its task is still to come; `busy` and `outcome(found)` are sentences, `lost` for a broken line. */
export async function followCase({ address, busy, outcome, lost }) {
  useStyles();
  document.querySelectorAll('.dsh-case-progress').forEach((old) => old.remove());
  const text = element('div', {}, busy);
  const box = element('div', { class: 'dsh-announcement dsh-case-progress', role: 'status' }, text,
    element('button', { type: 'button', onclick: () => box.remove() }, 'Đóng'));
  document.body.append(box);
  for (let looks = 1; box.isConnected; looks += 1) {
    try {
      const found = await get(address);
      if (found.state !== 'APPLYING' && !(found.state === 'OPEN' && !found.taskId && looks < MOST_LOOKS)) {
        text.textContent = outcome(found);
        offerTask(box, found);
        return;
      }
    } catch (failure) {
      text.textContent = failure.status ? failure.message : lost;
    }
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
  }
}

function offerTask(box, found) {
  if (found.taskId) {
    box.querySelector('button').before(element('button', { type: 'button', onclick: () => {
      window.location.hash = `#/?task=${found.taskId}`;
      box.remove();
    } }, 'Mở việc'));
  }
}

/** Closes Tasklist's dialog: the case was started by the form, Tasklist has nothing left to start. */
export function closeStartForm(mountPoint) {
  mountPoint.closest('.modal-dialog')?.querySelector('.modal-footer .btn-default, .modal-footer [ng-click*="dismiss"]')?.click();
}

// Date and time of a visit: one of the cell's meetings, or another that is typed.
import { element } from './dom.js';
import { fieldValue, momentText } from './moments.js';

const OTHER = 'OTHER';

/** {node, show(value, meetings), focus}; `changed` gets the moment in Vietnam, null for none. */
export function momentField({ id, label, value, meetings, changed }) {
  const choice = element('select', { class: 'form-control', name: 'meeting', id, 'aria-label': label, onchange: choose });
  const typed = element('input', { type: 'datetime-local', class: 'form-control', name: 'meetingAt', 'aria-label': label, oninput: () => {
    read();
    changed(typed.value || null);
  } });
  const reading = element('p', { class: 'dsh-hint', role: 'status' });

  /** The browser writes dates in its own order: the Vietnamese reading stands below. */
  function read() {
    reading.textContent = typed.hidden ? '' : momentText(typed.value);
  }

  function choose() {
    typed.hidden = choice.value !== OTHER;
    if (typed.hidden) {
      typed.value = choice.value;
      changed(choice.value || null);
    } else {
      typed.focus();
    }
    read();
  }

  function show(moment, known) {
    const hadFocus = document.activeElement === choice || document.activeElement === typed;
    const possible = (known ?? []).map(fieldValue);
    const now = fieldValue(moment);
    const other = now !== '' && !possible.includes(now);
    choice.replaceChildren(...(now === '' ? [element('option', { value: '' }, 'Chọn ngày…')] : []),
      ...possible.map((each) => element('option', { value: each }, momentText(each))), element('option', { value: OTHER }, 'Ngày, giờ khác…'));
    choice.value = other ? OTHER : now;
    choice.hidden = possible.length === 0;
    typed.hidden = possible.length > 0 && !other;
    typed.value = now;
    read();
    if (hadFocus) {
      focus();
    }
  }

  function focus() {
    (choice.hidden ? typed : choice).focus();
  }

  show(value, meetings);
  return { node: element('div', { class: 'dsh-moment' }, choice, typed, reading), show, focus };
}

// Rows that are chosen for an action, over several pages and across refreshes.
import { element } from './dom.js';

/** As many as one request takes. */
const MOST = 200;
const offersSomething = (row) => row.actions.length > 0;

export function selection() {
  const chosen = new Map();

  function mark(row, on) {
    if (!on) {
      chosen.delete(row.taskId);
    } else if (chosen.size < MOST) {
      chosen.set(row.taskId, row);
    }
  }

  function box(key, label, checked, disabled, change) {
    const input = element('input', { type: 'checkbox', 'data-key': key, 'aria-label': label, disabled, onchange: () => change(input.checked) });
    input.checked = checked;
    return input;
  }

  return {
    rows: () => [...chosen.values()],
    has: (row) => chosen.has(row.taskId),
    drop: (taskIds) => taskIds.forEach((id) => chosen.delete(id)),
    /** What the server says now of rows that were chosen before. */
    renew: (rows) => rows.filter((row) => chosen.has(row.taskId)).forEach((row) => chosen.set(row.taskId, row)),
    boxOf: (row, changed) => box(`row-${row.taskId}`, `Chọn: ${row.title}, ${row.who ?? row.unitName ?? ''}`, chosen.has(row.taskId), !offersSomething(row), (on) => {
      mark(row, on);
      changed();
    }),
    boxOfAll(rows, changed) {
      const able = rows.filter(offersSomething);
      return box('all', 'Chọn tất cả việc trên trang này', able.length > 0 && able.every((row) => chosen.has(row.taskId)), able.length === 0, (on) => {
        able.forEach((row) => mark(row, on));
        changed();
      });
    },
  };
}

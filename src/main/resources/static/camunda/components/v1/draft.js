// Keeps what is typed: on this machine at once, on the server a moment later, never lost in between.
import { put, Refused } from './api.js';

const PAUSE_MS = 700;
const RETRY_MS = 5000;

/** How far the saving is, for who types. */
export function savingText({ state, savedAt }) {
  return { saving: 'Đang lưu…', saved: savedAt ? `Đã lưu lúc ${savedAt}` : 'Đã lưu' }[state] ?? 'Chưa lưu được, nội dung còn trên máy';
}

/**
 * A draft saved at `address`, by `store(basedOn, answers)` where the server takes it otherwise; that gives at least {version, problems}.
 * `listener` gets {state: 'saved'|'saving'|'unsaved'|'stale'|'refused', saved, savedAt, scores, message}; `saved` is the server's answer.
 * A local copy, bound to user and address, stays until the server has acknowledged the same content; with `onlyHere` the
 * server looks the content over and keeps nothing of it, so the copy stays until `done`.
 */
export class Draft {
  constructor({ address, user, version, onlyHere = false, read, listener,
    store = (basedOn, answers) => put(`${address}/draft`, { basedOn, answers }) }) {
    Object.assign(this, { address, version, onlyHere, read, listener, store });
    this.key = `dsh-draft/${user}${address}`;
    this.queue = Promise.resolve();
    this.stopped = false;
  }

  /** Content typed on this machine that the server has not acknowledged; null when there is none. */
  localCopy() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  changed() {
    this.keepLocally();
    this.listener({ state: 'saving' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush().catch(() => {}), PAUSE_MS);
  }

  keepLocally() {
    localStorage.setItem(this.key, JSON.stringify({ basedOn: this.version, answers: this.read() }));
  }

  forgetLocally() {
    localStorage.removeItem(this.key);
  }

  /** Saves now; resolves with the problems that still keep the report from being sent. One saving at a time. */
  flush() {
    clearTimeout(this.timer);
    this.queue = this.queue.catch(() => {}).then(() => this.save());
    return this.queue;
  }

  async save() {
    if (this.stopped) {
      throw new Refused(409, this.stopMessage);
    }
    const answers = this.read();
    try {
      const saved = await this.store(this.version, answers);
      this.version = saved.version;
      this.late = saved.late;
      if (!this.onlyHere && JSON.stringify(answers) === JSON.stringify(this.read())) {
        this.forgetLocally();
      } else {
        this.keepLocally();
      }
      this.listener({ state: 'saved', saved, savedAt: saved.savedAt, scores: saved.scores });
      return saved.problems;
    } catch (failure) {
      this.failed(failure);
      throw failure;
    }
  }

  failed(failure) {
    if (failure.status === 409) {
      this.stopped = true;
      this.stopMessage = failure.message;
      this.listener({ state: 'stale', message: failure.message });
    } else if (failure instanceof Refused) {
      this.listener({ state: 'refused', message: failure.message });
    } else {
      this.listener({ state: 'unsaved' });
      this.timer = setTimeout(() => this.flush().catch(() => {}), RETRY_MS);
    }
  }

  close() {
    clearTimeout(this.timer);
  }

  /** What was typed has gone where it belongs. */
  done() {
    this.close();
    this.forgetLocally();
  }
}

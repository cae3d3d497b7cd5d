// What an administrator has typed about days off, kept on this machine until it has become a change.

/** Changes by day (null takes a day out) and the day that is being typed. */
export class CalendarDraft {
  constructor(user) {
    this.key = `dsh-calendar/${user}`;
    const kept = this.read();
    this.changes = new Map(Object.entries(kept.changes ?? {}));
    this.typing = kept.typing ?? null;
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }

  keep() {
    if (this.changes.size === 0 && !this.typing) {
      localStorage.removeItem(this.key);
    } else {
      localStorage.setItem(this.key, JSON.stringify({ changes: Object.fromEntries(this.changes), typing: this.typing }));
    }
  }

  set(day, wanted) {
    this.changes.set(day, wanted);
    this.keep();
  }

  undo(day) {
    this.changes.delete(day);
    this.keep();
  }

  type(typing) {
    this.typing = typing;
    this.keep();
  }

  forget() {
    this.changes.clear();
    this.type(null);
  }

  /** As the server takes it. */
  wanted() {
    return [...this.changes].map(([day, wanted]) => ({ ...wanted, day }));
  }
}

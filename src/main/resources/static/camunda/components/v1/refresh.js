// Keeps a screen fresh while somebody looks at it.

const EVERY_MS = 60_000;

/**
 * Does `work` at once, every minute while the page is visible, and as soon as it is visible again. One at a time: what
 * takes longer than a minute is not asked for twice.
 *
 * @returns { now, stop }
 */
export function keepFresh(work, everyMs = EVERY_MS) {
  let timer = null;
  let stopped = false;
  let running = false;
  let again = false;

  async function now() {
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again && !stopped);
    } finally {
      running = false;
      plan();
    }
  }

  function plan() {
    clearTimeout(timer);
    if (!stopped && !document.hidden) {
      timer = setTimeout(now, everyMs);
    }
  }

  function visibility() {
    if (document.hidden) {
      clearTimeout(timer);
    } else {
      now();
    }
  }

  document.addEventListener('visibilitychange', visibility);
  now();
  return {
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', visibility);
    },
  };
}

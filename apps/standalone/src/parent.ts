/**
 * Calls back when the process that started this one is gone. Some systems have no signal for that, so it is looked for
 * once a second: an orphan is handed to another parent.
 */
export function watchParent(gone: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 1000);
  timer.unref();
  return () => clearInterval(timer);
}

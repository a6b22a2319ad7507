/** Levels by name, as our processes write them, and by number, as a library under them may. */
const shown = { warn: 'warning', error: 'error', fatal: 'error', 40: 'warning', 50: 'error', 60: 'error' };

/**
 * What the terminal shows of a line of the server's log: warnings and errors in short form, and plain lines from
 * standard error. Undefined for everything else, which only the log file keeps.
 */
export function shortLine(line, isError) {
  if (!line.startsWith('{')) {
    return isError && line.trim() ? line : undefined;
  }
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return undefined;
  }
  const word = shown[entry.level];
  if (!word) {
    return undefined;
  }
  const who = entry.process ?? entry.name ?? entry.context;
  const why = entry.err?.message ?? entry.error?.message;
  const text = [entry.msg, why].filter((part, index, all) => part && all.indexOf(part) === index).join(': ');
  return `${word}${who ? ` (${who})` : ''} ${text || 'without a message'}`;
}

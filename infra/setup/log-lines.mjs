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
  if (typeof entry.level !== 'number' || entry.level < 40) {
    return undefined;
  }
  const word = entry.level >= 50 ? 'error' : 'warning';
  const who = entry.process ?? entry.name ?? entry.context;
  const why = entry.err?.message ?? entry.error?.message;
  const text = [entry.msg, why].filter((part, index, all) => part && all.indexOf(part) === index).join(': ');
  return `${word}${who ? ` (${who})` : ''} ${text || 'without a message'}`;
}

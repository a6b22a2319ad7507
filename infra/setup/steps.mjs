const heartbeatMs = 10_000;

/** `0.2 s`, `41 s`, `3 min 20 s`: as exact as a person cares for. */
export function duration(ms) {
  if (ms < 10_000) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const line = (name, text, ms) => `  ${name.padEnd(12)} ${text.padEnd(56)} ${duration(ms).padStart(11)}\n`;

/**
 * Runs the steps of a set-up: one line each with its time when it ends, and a sign of life every ten seconds while it
 * runs. `work(say)` answers with what it did; `say(text)` names what it does at the moment.
 */
export function openSteps({ stream = process.stdout, everyMs = heartbeatMs, now = () => performance.now() } = {}) {
  return async function step(name, work) {
    const started = now();
    let doing = 'at work';
    const heart = setInterval(() => stream.write(line(name, `… ${doing}`, now() - started)), everyMs);
    try {
      const did = await work((text) => {
        doing = text;
      });
      stream.write(line(name, did, now() - started));
    } catch (error) {
      stream.write(line(name, 'did not work', now() - started));
      throw error;
    } finally {
      clearInterval(heart);
    }
  };
}

import type { Log } from './log';

/**
 * Ends the process once: on SIGTERM or SIGINT, or when it is asked to. `close` lets go of what is held; past the
 * deadline the process ends all the same, with exit code 1. Returns the function that asks.
 */
export function stopOnSignals(
  close: () => Promise<void>,
  options: { log: Log; deadlineMilliseconds?: number; exit?: (code: number) => void },
): (reason: string) => Promise<void> {
  const { log, deadlineMilliseconds = 10_000, exit = (code) => process.exit(code) } = options;
  let stopping: Promise<void> | null = null;

  const end = async (reason: string, code: number): Promise<void> => {
    log.info({ why: reason }, 'stopping');
    const deadline = setTimeout(() => {
      log.error({ deadlineMilliseconds }, 'did not stop in time');
      exit(1);
    }, deadlineMilliseconds);
    deadline.unref();
    try {
      await close();
      log.info('stopped');
      exit(code);
    } catch (err) {
      log.error({ err }, 'could not stop in order');
      exit(1);
    } finally {
      clearTimeout(deadline);
    }
  };
  const stop = (reason: string, code = 0): Promise<void> => (stopping ??= end(reason, code));

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  // The last resort: after an error that nobody caught, what the process believes of itself may be wrong.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err: unknown) => {
      log.fatal({ err }, event === 'uncaughtException' ? 'uncaught error' : 'unhandled rejection');
      void stop(event, 1);
    });
  }
  return stop;
}

/**
 * Says in one line why a process cannot start, and ends it. An error may bring its own `exitCode`: 78 (EX_CONFIG of
 * sysexits.h) where starting again would not help.
 */
export function failStart(error: unknown): never {
  const { message, exitCode } = (error ?? {}) as { message?: unknown; exitCode?: unknown };
  process.stderr.write(`${typeof message === 'string' ? message : 'could not start'}\n`);
  process.exit(typeof exitCode === 'number' ? exitCode : 1);
}

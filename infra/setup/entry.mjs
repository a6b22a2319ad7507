import { endChildren } from './command.mjs';
import { SetUpError } from './paths.mjs';

/**
 * Runs an entry script: a sentence instead of a stack for what a person can mend, children ended when we are, and the
 * exit code that a shell expects after a signal.
 */
export async function main(work) {
  const stop = (code) => () => {
    endChildren();
    process.exit(code);
  };
  const onInt = stop(130);
  const onTerm = stop(143);
  process.on('SIGINT', onInt);
  process.on('SIGTERM', onTerm);
  process.on('SIGHUP', onTerm);
  // What the work sets up for itself replaces these; it is told how to take them off.
  const signalsAreMine = () => {
    process.off('SIGINT', onInt);
    process.off('SIGTERM', onTerm);
    process.off('SIGHUP', onTerm);
  };
  try {
    const code = await work({ signalsAreMine });
    process.exitCode = code ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetUpError ? error.message : error.stack}\n\n`);
    endChildren();
    process.exit(1);
  }
}

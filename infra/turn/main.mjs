import { SetUpError } from '../setup/paths.mjs';
import { startTurn, turnFromEnv } from './turn.mjs';

/* `node infra/turn/main.mjs`: a TURN server of its own, in the foreground. README.md beside this says what it reads. */
try {
  const peers = (process.env.MEDIA_IPS ?? '').split(',').filter(Boolean);
  const turn = await startTurn(turnFromEnv(process.env, { peers }));
  ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => void turn.stop()));
  process.stdout.write(`TURN_URLS=${turn.url}\n`);
  process.exitCode = (await turn.ended) === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof SetUpError ? error.message : error.stack}\n`);
  process.exitCode = 1;
}

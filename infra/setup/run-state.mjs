import * as fs from 'node:fs';
import { isSame } from './processes.mjs';
import { own, readJson, writeWhole } from './paths.mjs';

const file = () => own('run.json');

/**
 * What is known about the server of this clone: `owner` (the launcher's pid and start time), `mark` (in the environment
 * of everything it started), `address` once it answers, `build` it runs from. Undefined where none was ever started.
 */
export const readRun = () => readJson(file());

export function writeRun(state) {
  writeWhole(file(), JSON.stringify(state), 0o600);
}

export function forgetRun(mark) {
  if (readRun()?.mark === mark) {
    fs.rmSync(file(), { force: true });
  }
}

export const isRunning = (state) => Boolean(state && isSame(state.owner));

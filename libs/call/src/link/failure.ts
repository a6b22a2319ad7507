import { errors, type ErrorCode } from '@okaeri/contracts';
import type { CallError } from '../types';

/** A refusal by the server, or `unavailable` for everything that an answer was not had for. */
export class CallFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    /** The server's sentence in the person's language; empty where the page found the fault by itself. */
    readonly sentence = '',
  ) {
    super(sentence || code);
    this.name = 'CallFailure';
  }

  /** Worth another try without a person doing anything. */
  get passing(): boolean {
    return passing.has(this.code);
  }
}

const passing = new Set<ErrorCode>([
  'unavailable',
  'room_unavailable',
  'room_moved',
  'internal',
  'message_too_many',
  'too_many',
]);

/** An unknown code is a fault of ours, and the sentence is kept. */
export function failureOf(error: { code: string; message: string }): CallFailure {
  return new CallFailure(error.code in errors ? (error.code as ErrorCode) : 'internal', error.message);
}

export function asFailure(error: unknown): CallFailure {
  return error instanceof CallFailure ? error : new CallFailure('internal');
}

export const tellError = (failure: CallFailure): CallError => ({ code: failure.code, message: failure.sentence });

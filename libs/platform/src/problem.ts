import { isNativeError } from 'node:util/types';
import { HttpException } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ErrorCode } from '@okaeri/contracts';

/**
 * SQLSTATE classes: connection lost, resources short, server stopping, a lock that was not to be had in time. Of class 57,
 * not a cancelled statement.
 */
const unavailableStates = /^(08|53|55P03|57P0[1-5])/;
const unavailableSystem = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
const unavailableTexts =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Driver not Connected|Cannot use a pool after calling end)/;

/** The last two: of a transaction whose connection died between two of its statements. */
const unavailableNames = new Set([
  'CannotExecuteNotConnectedError',
  'ConnectionNotFoundError',
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);

/** Whether an error means that PostgreSQL is not there, or not there yet. */
export function isDatabaseUnavailable(error: unknown): boolean {
  // Not `instanceof`: under Jest the errors of Node itself are of another realm.
  if (!isNativeError(error)) return false;
  const { driverError, code, severity } = error as { driverError?: unknown; code?: unknown; severity?: unknown };
  if (isNativeError(driverError)) return isDatabaseUnavailable(driverError);
  if (unavailableNames.has(error.name)) return true;
  if (error.name === 'EntityMetadataNotFoundError') return false;
  // What PostgreSQL calls fatal ends the connection, or refuses to open one.
  if (severity === 'FATAL') return true;
  if (typeof code === 'string' && (unavailableStates.test(code) || unavailableSystem.has(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  return unavailableTexts.test(error.message);
}

const byStatus: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'sign_in_needed',
  404: 'not_found',
  405: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'bad_request',
  429: 'too_many',
  503: 'unavailable',
};

/** A letter that PostgreSQL cannot keep, such as the null: what was sent is wrong, not what we did with it. */
function isUnkeepable(error: unknown): boolean {
  const { driverError, code } = (error ?? {}) as { driverError?: unknown; code?: unknown };
  return driverError === undefined ? code === '22021' || code === '22P05' : isUnkeepable(driverError);
}

/**
 * The error that a person may be told in place of any error. `internal` means that nobody foresaw it: the caller writes
 * it to the log.
 */
export function asOkaeriError(error: unknown): OkaeriError {
  if (error instanceof OkaeriError) return error;
  if (isDatabaseUnavailable(error)) return new OkaeriError('unavailable');
  if (isUnkeepable(error)) return new OkaeriError('bad_request');
  const status = statusOf(error);
  const code = status === null ? undefined : byStatus[status];
  if (code) return new OkaeriError(code);
  return new OkaeriError(status !== null && status < 500 ? 'bad_request' : 'internal');
}

/** Of Nest's own exceptions and of the parsers below it (`http-errors`). */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : null;
}

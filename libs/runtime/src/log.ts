import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { currentRequestId } from './context';

export type Log = Logger;
/** The token under which Nest hands out the log of the process. */
export const LOG = Symbol('log');

/** Members that must never reach a log, whatever object somebody hands to it. */
const secret = [
  'authorization',
  'birthDate',
  'callbackNumber',
  'cookie',
  'email',
  'html',
  'name',
  'nameKana',
  'nameLatin',
  'password',
  'phone',
  'place',
  'reason',
  'recipient',
  'seatToken',
  'subject',
  'to',
  'token',
];
const redacted = secret.flatMap((member) => [member, `*.${member}`, `*.*.${member}`]);

/** `instanceof` alone misses errors of another realm: of Node itself under a test runner, of a `vm` context. */
const isError = (value: unknown): value is Error => value instanceof Error || types.isNativeError(value);

interface ToldError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
}

/**
 * An error as the log may tell it. PostgreSQL repeats values in `message`, `detail` and `parameters`, so of its errors
 * only the code and the names of table and constraint are told. Own members of other errors stay out for the same reason.
 */
export function tellError(error: unknown): ToldError {
  if (!isError(error)) return { type: typeof error, message: 'not an error object' };
  const about = error as Error & { code?: unknown; driverError?: unknown; severity?: unknown };
  if (isError(about.driverError)) return tellError(about.driverError);
  const code = typeof about.code === 'string' ? { code: about.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  if (about.severity !== undefined) {
    const { table, constraint } = error as { table?: string; constraint?: string };
    const where = [table, constraint].filter(Boolean).join(', ');
    return { type: error.name, message: `database error${where && ` at ${where}`}`, ...code, stack: frames.join('\n') };
  }
  return { type: error.name, message: error.message, ...code, stack: frames.join('\n') };
}

export interface LogOptions {
  /** Which process speaks: "api", "signaling", "sfu" … */
  process: string;
  level?: string;
  folder?: string | undefined;
  /** In place of standard output. */
  destination?: DestinationStream;
}

/** JSON lines to standard output, in UTC, with the request id; written at once, so that a crash loses none. */
export function createLog(options: LogOptions): Log {
  const level = options.level ?? 'info';
  const outputs: DestinationStream[] = [options.destination ?? pino.destination({ dest: 1, sync: true })];
  if (options.folder) {
    mkdirSync(options.folder, { recursive: true });
    outputs.push(pino.destination({ dest: join(options.folder, `${options.process}-${process.pid}.log`), sync: true }));
  }
  return pino(
    {
      level,
      base: { process: options.process, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '[redacted]' },
      serializers: { err: tellError, error: tellError },
      hooks: {
        // pino would take the message of a bare error as the line's text, past the serializer.
        logMethod(args, method) {
          const [first, ...rest] = args as unknown[];
          if (isError(first)) {
            return method.apply(this, [{ err: first }, typeof rest[0] === 'string' ? rest[0] : 'error']);
          }
          return method.apply(this, args);
        },
      },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId ? { requestId } : {};
      },
    },
    outputs.length === 1 ? (outputs[0] as DestinationStream) : multistream(outputs, level),
  );
}

function multistream(outputs: DestinationStream[], level: string): DestinationStream {
  return pino.multistream(outputs.map((stream) => ({ stream, level: level as pino.Level })));
}

/** Nest's own lines in our log. */
export class NestLog implements LoggerService {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  log(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.#write('trace', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.#write('warn', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.#write('error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.#write('fatal', message, more);
  }

  #write(level: pino.Level, message: unknown, more: unknown[]): void {
    const context = more.at(-1);
    const from = typeof context === 'string' && !context.includes('\n') ? { from: context } : {};
    if (isError(message)) this.#log[level]({ ...from, err: message }, 'error in the framework');
    else this.#log[level](from, typeof message === 'string' ? message : 'message of the framework');
  }
}

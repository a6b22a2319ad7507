import { z } from 'zod';

/** All that is wrong with the environment at once, so that a deployment is mended in one go. Values are not repeated. */
export class EnvError extends Error {
  readonly exitCode = 78;

  constructor(readonly problems: readonly { name: string; problem: string }[]) {
    super(
      ['The environment is not right:', ...problems.map(({ name, problem }) => `  ${name}: ${problem}`)].join('\n'),
    );
    this.name = 'EnvError';
  }
}

/** Pieces for the schema of a process. */
export const envFlag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
export const envPort = z.coerce.number().int().min(0).max(65_535);
export const envList = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );
export const envUrl = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** What every process reads. */
export const processEnv = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Also writes the log into a file of this folder, one per process. */
  LOG_FOLDER: z.string().optional(),
});
export type ProcessEnv = z.output<typeof processEnv>;

/** Of every process that writes mails or puts links into them. */
export const mailEnv = {
  /** `smtp://user:password@host:port`; without it mails wait. */
  SMTP_URL: envUrl('smtp:', 'smtps:').optional(),
  /** The name and address that mails come from. */
  MAIL_FROM: z.string().default('Okaeri <okaeri@okaeri.example>'),
  /** Behind the @ of message ids, of calendar entries and of the address that bounces come back to. */
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)
    .default('okaeri.example'),
  /** Where people reach the pages, as they type it. */
  PUBLIC_URL: envUrl('http:', 'https:').optional(),
};

/** Of every process that tells people something, or reads what they answer and the calendars they keep elsewhere. */
export const houseEnv = {
  /** Keys of this house are derived from it: of addresses for answers, of push, and of what is kept sealed. */
  HOUSE_SECRET: z.string().min(32).optional(),
  /** Where short messages are handed over; none are sent if it is not given. */
  SMS_URL: envUrl('http:', 'https:').optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_FROM: z.string().max(20).optional(),
  /** What a provider signs its receipts with. */
  SMS_SECRET: z.string().min(16).optional(),
  /** Of push (RFC 8292), base64url; made from `HOUSE_SECRET` where none are given. */
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  /** Calendars may lie at private addresses: an intranet, or a test. */
  OUTBOUND_PRIVATE: envFlag,
  /** Name servers that are asked, in place of the machine's own, where a domain keeps its calendars. */
  OUTBOUND_DNS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .optional(),
};

/** Of the process that takes mails in. */
export const mailInEnv = {
  /** Where the mail server hands over answers and what came back; nowhere if it is not given. */
  MAIL_IN_PORT: envPort.optional(),
  /** The name it had before. */
  MAIL_BOUNCE_PORT: envPort.optional(),
  /** `imaps://user:password@host/INBOX`: a mailbox that is read in place of that; `imap:` within the own network. */
  MAIL_IN_URL: envUrl('imaps:', 'imap:').optional(),
};

/** Of every process that reads or writes files that people brought. */
export const blobEnv = {
  BLOB_FOLDER: z.string().optional(),
  /** `https://KEY:SECRET@host/bucket?region=ca-central-1`: where files lie once they are whole, in place of that folder. */
  BLOB_S3_URL: envUrl('https:', 'http:').optional(),
  /** The file with the master keys of what lies there; beside that folder where none is given. */
  VAULT_KEYS: z.string().optional(),
  /** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`: the scanner that looks into files; without it they are marked as unscanned. */
  CLAMD_URL: envUrl('tcp:', 'unix:').optional(),
};

/** Of every process that writes down outside the database how far its ledger has come. */
export const ledgerEnv = {
  /** A file that grows by a line a minute while there is something new; none is written if it is not given. */
  LEDGER_ANCHORS: z.string().optional(),
  /** Where each of these lines is handed over too. */
  LEDGER_ANCHORS_URL: envUrl('http:', 'https:').optional(),
  LEDGER_ANCHORS_TOKEN: z.string().optional(),
};

/**
 * The one reader of `process.env`: a process calls it once, at start, and hands the result on. An empty value counts
 * as none, since that is what an unset variable of a unit file or a compose file looks like.
 */
export function readEnv<T extends z.ZodObject>(
  schema: T,
  source: Readonly<Record<string, string | undefined>> = process.env,
): z.output<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? '(all)');
      return { name, problem: name in given || issue.path.length === 0 ? issue.message : 'is not set' };
    }),
  );
}

/** What becomes of a message after a conversation with a mail server that did not end with its yes. */
export type MailOutcome =
  /** Nothing was handed over: again after a while. */
  | 'retry'
  /** It may have been taken: again, with the same Message-ID, once that can no longer be under way. */
  | 'unknown'
  /** This address takes no mail. */
  | 'bounced'
  /** It will not be taken as it is. */
  | 'failed';

export interface MailFailure {
  outcome: MailOutcome;
  /** The server's own code, where it gave one. */
  smtpCode: number | null;
  /** A short code; never what the server said, for it repeats addresses. */
  problem: string;
}

/** What a conversation broke off with, as nodemailer tells it. */
export interface MailError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Codes at RCPT TO that speak of the address and not of us. */
const addressCodes = new Set([550, 551, 553]);
const addressStatus = /\b5\.1\.\d{1,3}\b/;

/** The rules as a table, first match wins. `begun`: the server had asked for the message. */
const rules: readonly {
  when: (error: MailError, begun: boolean) => boolean;
  outcome: MailOutcome;
  problem: string;
}[] = [
  { when: ({ responseCode: code = 0 }) => code >= 400 && code < 500, outcome: 'retry', problem: 'smtp_later' },
  {
    when: ({ responseCode: code = 0, command, response = '' }) =>
      code >= 500 && command === 'RCPT TO' && (addressCodes.has(code) || addressStatus.test(response)),
    outcome: 'bounced',
    problem: 'address_refused',
  },
  { when: ({ code }) => code === 'EAUTH', outcome: 'retry', problem: 'smtp_sign_in' },
  { when: ({ responseCode: code = 0 }) => code >= 500, outcome: 'failed', problem: 'smtp_refused' },
  { when: ({ code }) => code === 'EENVELOPE', outcome: 'bounced', problem: 'address_malformed' },
  { when: (_error, begun) => begun, outcome: 'unknown', problem: 'smtp_lost' },
  { when: () => true, outcome: 'retry', problem: 'smtp_unreachable' },
];

export function judgeMailError(error: unknown, begun: boolean): MailFailure {
  const told = (error ?? {}) as MailError;
  const rule = rules.find(({ when }) => when(told, begun));
  return {
    outcome: rule?.outcome ?? 'retry',
    smtpCode: told.responseCode ?? null,
    problem: rule?.problem ?? 'smtp_unreachable',
  };
}

import { judgeMailError } from './mail-errors';

describe('what a mail server said', () => {
  it.each([
    ['nobody listens', { code: 'ESOCKET', command: 'CONN' }, false, 'retry'],
    ['too slow to greet', { code: 'ETIMEDOUT', command: 'CONN' }, false, 'retry'],
    ['cut before the message', { code: 'ECONNECTION', command: 'CONN' }, false, 'retry'],
    ['cut in or after the message', { code: 'ECONNECTION', command: 'CONN' }, true, 'unknown'],
    ['later, at the address', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, false, 'retry'],
    ['later, after the message', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, true, 'retry'],
    ['no such mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, false, 'bounced'],
    [
      'no such mailbox, by its status',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 554, response: '554 5.1.1 unknown' },
      false,
      'bounced',
    ],
    ['we may not send to it', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 554 }, false, 'failed'],
    ['the message is not wanted', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true, 'failed'],
    ['our sender is not wanted', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, false, 'failed'],
    ['our password is wrong', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, 'retry'],
    ['no address at all', { code: 'EENVELOPE', command: 'API' }, false, 'bounced'],
  ] as const)('%s', (_what, error, begun, outcome) => {
    expect(judgeMailError(error, begun).outcome).toBe(outcome);
  });

  it('keeps codes, and nothing that repeats an address', () => {
    const error = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 <emily@home.example> no' };
    expect(judgeMailError(error, false)).toEqual({ outcome: 'bounced', smtpCode: 550, problem: 'address_refused' });
  });
});

import { createMailbox } from './mailbox';

describe('a mailbox', () => {
  it('hands over at once while no answer is awaited', () => {
    const mailbox = createMailbox();
    const came: string[] = [];
    mailbox.deliver(() => came.push('a'));
    expect(came).toEqual(['a']);
  });

  it('keeps what overtakes an answer, in order, until the last of the answers is there', () => {
    const mailbox = createMailbox();
    const came: string[] = [];
    mailbox.await();
    mailbox.await();
    mailbox.deliver(() => came.push('a'));
    mailbox.deliver(() => came.push('b'));
    mailbox.answered();
    expect(came).toEqual([]);
    mailbox.answered();
    expect(came).toEqual(['a', 'b']);
    mailbox.deliver(() => came.push('c'));
    expect(came).toEqual(['a', 'b', 'c']);
  });

  it('forgets what waits when it is emptied', () => {
    const mailbox = createMailbox();
    const came: string[] = [];
    mailbox.await();
    mailbox.deliver(() => came.push('a'));
    mailbox.empty();
    mailbox.answered();
    expect(came).toEqual([]);
  });
});

import { messageOf, saysFailed } from './bounces';

const id = '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11';

describe('a report about a mail', () => {
  it.each([
    ['failed for good', 'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n', true],
    ['late', 'Action: delayed\r\nStatus: 4.4.1\r\n', false],
    ['failed for now', 'Action: failed\r\nStatus: 4.4.1\r\n', false],
    ['arrived', 'Action: delivered\r\nStatus: 2.0.0\r\n', false],
    ['folded', 'Action:\r\n failed\r\nStatus: 5.2.2 (full)\r\n', true],
  ])('%s', (_what, text, failed) => {
    expect(saysFailed(text)).toBe(failed);
  });

  it('counts only for a return address of ours', () => {
    expect(messageOf(`bounce+${id}@okaeri.example`, 'okaeri.example')).toBe(id);
    expect(messageOf(`bounce+${id}@other.example`, 'okaeri.example')).toBeNull();
    expect(messageOf('reception@okaeri.example', 'okaeri.example')).toBeNull();
  });
});

import { addressesIn } from './routes';

describe('addresses of ours in the heads of a mail', () => {
  it.each([
    ['To: Naniwa Clinic <reply+0f@okaeri.example>', ['reply+0f@okaeri.example']],
    [
      'To: "a, b" <a@b.example>,\r\n REPLY+0F@Okaeri.example\r\nDelivered-To: reply+0f@okaeri.example',
      ['reply+0f@okaeri.example'],
    ],
    [
      'X-Original-To: bounce+1-2@okaeri.example\nCc: reply+3@other.example',
      ['bounce+1-2@okaeri.example', 'reply+3@other.example'],
    ],
    ['To: desk@okaeri.example', []],
    ['', []],
  ])('%j', (heads, found) => expect(addressesIn(heads)).toEqual(found));
});

import { tokenOf } from './token';

const origin = 'https://okaeri.example';
const token = 'A'.repeat(43);
const hashOf = (payload: unknown) => `#shlink:/${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;

describe('the secret of a link', () => {
  it('is read from what stands behind the mark', () => {
    expect(tokenOf({ origin, hash: hashOf({ url: `${origin}/api/shl/${token}`, label: 'For 李' }) })).toBe(token);
  });

  it.each([
    ['nothing', ''],
    ['something else', '#top'],
    ['what is no payload', '#shlink:/%%%'],
    ['half of one', hashOf({ url: `${origin}/api/shl/${token}` }).slice(0, 30)],
    ['a link of another house', hashOf({ url: `https://elsewhere.example/api/shl/${token}` })],
    ['another path', hashOf({ url: `${origin}/api/shl/${token}/view` })],
    ['no address', hashOf({ key: 'x' })],
  ])('is none in %s', (_, hash) => {
    expect(tokenOf({ origin, hash })).toBeNull();
  });
});

import { houseOf } from './house';

const house = houseOf('a secret of a house, for a test of it only');

describe('the secret of the house', () => {
  it('gives each purpose a key of its own, and always the same', () => {
    const again = houseOf('a secret of a house, for a test of it only');
    expect(house.key('reply', 32)).toEqual(again.key('reply', 32));
    expect(house.key('reply', 32)).not.toEqual(house.key('push', 32));
    expect(house.key('reply', 32)).not.toEqual(houseOf('another secret of another house, for a test').key('reply', 32));
  });

  it('opens what it sealed, and nothing else', () => {
    const sealed = house.seal('https://dav.example/パスワード');
    expect(sealed.includes('dav.example')).toBe(false);
    expect(house.unseal(sealed)).toBe('https://dav.example/パスワード');
    expect(house.seal('same')).not.toEqual(house.seal('same'));
    const changed = Buffer.from(sealed);
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => house.unseal(changed)).toThrow(/authenticate/);
    expect(() => houseOf('another secret of another house, for a test').unseal(sealed)).toThrow(/authenticate/);
  });
});

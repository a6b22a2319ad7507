import { createECDH } from 'node:crypto';
import { houseOf } from '@okaeri/platform';
import { vapidOf } from './vapid';

const house = houseOf('a secret of a house, for a test of it only');
const none = { publicKey: undefined, privateKey: undefined, mailFrom: 'Okaeri <okaeri@bay.example>' };

describe('the keys of push', () => {
  it('are those of the house, always the same, and a pair', () => {
    const made = vapidOf({ ...none, house });
    expect(made).toEqual(vapidOf({ ...none, house }));
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(Buffer.from(made?.privateKey ?? '', 'base64url'));
    expect(pair.getPublicKey('base64url')).toBe(made?.publicKey);
    expect(made?.subject).toBe('mailto:okaeri@bay.example');
  });

  it('are those that are given, and none where nothing is', () => {
    expect(vapidOf({ ...none, publicKey: 'p', privateKey: 'q', house })).toMatchObject({ publicKey: 'p' });
    expect(vapidOf({ ...none, house: null })).toBeNull();
  });
});

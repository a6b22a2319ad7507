import { createECDH } from 'node:crypto';
import type { House } from '@okaeri/platform';
import { addressIn } from '../mail/origins';

/** By which a push service knows this house (RFC 8292). */
export interface Vapid {
  /** Base64url, as browsers take it. */
  publicKey: string;
  privateKey: string;
  /** Whom a push service may write to. */
  subject: string;
}

interface Given {
  publicKey: string | undefined;
  privateKey: string | undefined;
  house: House | null;
  mailFrom: string;
}

/** The keys that were given, else those of the house, which are the same as long as its secret is; `null`: it has neither. */
export function vapidOf({ publicKey, privateKey, house, mailFrom }: Given): Vapid | null {
  const subject = `mailto:${addressIn(mailFrom)}`;
  if (publicKey && privateKey) return { publicKey, privateKey, subject };
  if (!house) return null;
  const pair = createECDH('prime256v1');
  const scalar = house.key('push', 32);
  pair.setPrivateKey(scalar);
  return { publicKey: pair.getPublicKey('base64url'), privateKey: scalar.toString('base64url'), subject };
}

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (passcode: string, salt: Buffer, length: number) => Promise<Buffer>;

export async function hashPasscode(passcode: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(passcode.normalize('NFKC'), salt, 32);
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`;
}

export async function isPasscode(kept: string, passcode: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('.');
  const wanted = Buffer.from(hash, 'base64url');
  const given = await derive(passcode.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

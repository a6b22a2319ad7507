import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess, as 43 letters that any address and cookie may hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What of a secret is kept: who reads the database cannot come in with it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

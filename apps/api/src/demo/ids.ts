import { createHash } from 'node:crypto';

/** A UUID that is the same at every start, so that a seed finds what it made before. */
export function demoId(...parts: string[]): string {
  const hex = createHash('sha256')
    .update(`okaeri demo ${parts.join(' ')}`)
    .digest('hex');
  // Version 8 of RFC 9562: made in our own way.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { pipeline } from 'node:stream/promises';
import { OkaeriError } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import { dispositionOf, openBytes } from '@okaeri/records';
import type { StoredFile } from '@okaeri/records';
import type { Request, Response } from 'express';

/**
 * Sends the bytes of a file as what they are and nothing else: a browser that is led to the address may not take them
 * for a page, run anything in them, or keep them.
 */
export async function sendContent(file: StoredFile, vault: Vault, request: Request, response: Response): Promise<void> {
  if (file.state === 'held') throw new OkaeriError('file_held');
  if (file.state !== 'ready' || !file.type) throw new OkaeriError('not_found');
  const range = rangeOf(request.headers.range, file.bytes);
  response
    .setHeader('Content-Type', file.type)
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
    .setHeader('Cache-Control', 'private, no-store')
    .setHeader('Content-Disposition', dispositionOf(file.name, file.type))
    .setHeader('Accept-Ranges', 'bytes');
  if (range === 'none') {
    response.status(416).setHeader('Content-Range', `bytes */${file.bytes}`).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  if (range) response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${file.bytes}`);
  response.setHeader('Content-Length', end - start + 1);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = await openBytes(vault, file, { start, end });
  // Who leaves in the middle is no error of ours.
  await pipeline(stream, response).catch(() => response.destroy());
}

/** One range; several at once, and what is written in another way, are answered with the whole (RFC 9110, 14.2). */
function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return start <= end ? { start, end } : 'none';
}

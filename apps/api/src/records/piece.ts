import type { IncomingMessage } from 'node:http';
import { OkaeriError, filePieceMost } from '@okaeri/contracts';
import { Places } from '@okaeri/platform';
import type { Request } from 'express';

/** A piece of a file as it came; not whole where the connection broke off in the middle. */
export interface Piece {
  bytes: Buffer;
  whole: boolean;
}

/** Shorter than a page waits before it asks what has arrived: so it is told of all of it. */
const quietMilliseconds = 15_000;

/** So many are held in memory at a time; of the others the network keeps what comes. */
const atOnce = new Places(48, quietMilliseconds);

/**
 * What came is kept by so few at a time: each holds a connection to the database and may wait there for whoever keeps a
 * piece of the same file, and all others would wait with it.
 */
export const keeping = new Places(3, 30_000);

/**
 * Reads a body that is no JSON, up to the size of a piece. A link that is cut says nothing: of a sender who has fallen
 * silent, what came is all that comes.
 */
export async function readPiece(
  request: IncomingMessage,
  quietMs = quietMilliseconds,
  most = filePieceMost,
): Promise<Piece> {
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (announced > most) throw new OkaeriError('too_large');
  return atOnce.take(() => readAll(request, quietMs, most));
}

async function readAll(request: IncomingMessage, quietMs: number, most: number): Promise<Piece> {
  const chunks: Buffer[] = [];
  let length = 0;
  request.setTimeout(quietMs, () => request.destroy());
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) throw new OkaeriError('too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof OkaeriError) throw error;
    return { bytes: Buffer.concat(chunks), whole: false };
  } finally {
    // Other requests come by the same connection.
    request.setTimeout(0);
  }
  return { bytes: Buffer.concat(chunks), whole: request.complete };
}

const offsetShape = /^\d{1,10}$/;

/** Where a piece begins, by its header. */
export function offsetOf(request: Request): number {
  const given = request.get('Upload-Offset') ?? '';
  if (!offsetShape.test(given)) throw new OkaeriError('bad_request');
  return Number(given);
}

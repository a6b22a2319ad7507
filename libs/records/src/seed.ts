import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import type { EpisodeId, Locale, PersonId, VisitId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { StoredFile } from './files/file.entity';
import { Note, NoteVersion } from './notes/note.entities';
import { hashOf } from './notes/sign';

/*
 * Records for the demo world, as if they had been written then. Nobody is told of them. Each does nothing where its visit
 * has one already.
 */

/** A signed note of a visit in the past. */
export async function seedNote(
  em: EntityManager,
  seed: {
    visitId: VisitId;
    episodeId: EpisodeId;
    authorId: PersonId;
    language: Locale;
    text: string;
    nextSteps: string;
    signedAt: Temporal.Instant;
  },
): Promise<void> {
  const { signedAt, text, nextSteps, language, authorId, visitId, episodeId } = seed;
  const words = { text, nextSteps, language };
  if (await em.existsBy(Note, { visitId })) return;
  const note = em.create(Note, {
    visitId,
    episodeId,
    authorId,
    ...words,
    state: 'signed',
    version: 2,
    signedVersions: 1,
  });
  const { id: noteId } = await em.save(Object.assign(note, { updatedAt: signedAt }));
  const sha256 = hashOf({ number: 1, ...words });
  await em.insert(NoteVersion, { noteId, number: 1, ...words, signedBy: authorId, signedAt, sha256, reason: null });
}

/** A photograph of a visit: a card of colours, by which a camera's colours are judged. */
export async function seedFile(
  em: EntityManager,
  vault: Vault,
  seed: {
    visitId: VisitId;
    episodeId: EpisodeId;
    patientId: PersonId;
    byId: PersonId;
    name: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  const { at, patientId, ...row } = seed;
  if (await em.existsBy(StoredFile, { visitId: seed.visitId })) return;
  const bytes = colourCard();
  const file = em.create(StoredFile, {
    ...row,
    type: 'image/png',
    inVault: true,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    received: bytes.length,
    state: 'ready',
    createdAt: at,
    readyAt: at,
    demo: true,
  });
  const { id } = await em.save(file);
  await vault.keep({ id, patientId }, Readable.from([bytes]));
}

const card = [
  [115, 82, 68, 194, 150, 130, 98, 122, 157, 87, 108, 67, 133, 128, 177, 103, 189, 170],
  [214, 126, 44, 80, 91, 166, 193, 90, 99, 94, 60, 108, 157, 188, 64, 224, 163, 46],
  [56, 61, 150, 70, 148, 73, 175, 54, 60, 231, 199, 31, 187, 86, 149, 8, 133, 161],
  [243, 243, 242, 200, 200, 200, 160, 160, 160, 122, 122, 121, 85, 85, 85, 52, 52, 52],
];
const patch = 120;
const gap = 16;

/** A PNG of 24 patches on dark ground. */
function colourCard(): Buffer {
  const width = 6 * patch + 7 * gap;
  const height = 4 * patch + 5 * gap;
  const rows = Buffer.alloc(height * (1 + width * 3), 34);
  for (let y = 0; y < height; y += 1) {
    const line = y * (1 + width * 3);
    rows[line] = 0;
    const row = card[Math.floor(y / (patch + gap))];
    if (!row || y % (patch + gap) < gap) continue;
    for (let x = 0; x < width; x += 1) {
      if (x % (patch + gap) < gap) continue;
      const colour = Math.floor(x / (patch + gap)) * 3;
      rows.set(row.slice(colour, colour + 3), line + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(kind, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

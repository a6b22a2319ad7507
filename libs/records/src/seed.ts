import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EpisodeId, Locale, PersonId, VisitId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { StoredFile } from './files/file.entity';
import { Note, NoteVersion } from './notes/note.entities';
import { hashOf } from './notes/sign';
import { pngOf } from './png';

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
  const rgb = Buffer.alloc(height * width * 3, 34);
  for (let y = 0; y < height; y += 1) {
    const row = card[Math.floor(y / (patch + gap))];
    if (!row || y % (patch + gap) < gap) continue;
    for (let x = 0; x < width; x += 1) {
      if (x % (patch + gap) < gap) continue;
      const colour = Math.floor(x / (patch + gap)) * 3;
      rgb.set(row.slice(colour, colour + 3), (y * width + x) * 3);
    }
  }
  return pngOf({ width, height, rgb });
}

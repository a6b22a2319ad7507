import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OkaeriError } from '@okaeri/contracts';
import type { LinkView, Locale, Manifest, RecordSection } from '@okaeri/contracts';
import type { Database, Vault } from '@okaeri/platform';
import {
  fhirJson,
  grantOf,
  linkFile,
  linkFiles,
  modalityWords,
  partsOf,
  placeFiles,
  readAttachment,
  readThumbnail,
  savedAs,
} from '@okaeri/records';
import type { HealthLinkRow, LinkFile, Placed, Taken } from '@okaeri/records';
import { momentWords, now, toIso } from '@okaeri/words/time';
import type { Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import { ZipFile } from 'yazl';
import { handedOut, sendBytes } from '../records/content';

/* What a link hands on beside the summary: documents and pictures, sealed for programs, and as they are for the page of this house. */

type ManifestFile = Manifest['files'][number];

/** Besides the summary: readers, ours too, follow no endless list. */
const manifestMost = 19;

/** Of a manifest: each has a place of its own, from which it is had once. */
export async function manifestFiles(em: EntityManager, link: HealthLinkRow, base: string): Promise<ManifestFile[]> {
  const files = (await linkFiles(em, grantOf(link))).slice(0, manifestMost);
  const places = await placeFiles(
    em,
    link,
    files.map(({ what, id }): Placed => ({ what, itemId: id })),
  );
  return files.map(({ at }, nth) => ({
    contentType: fhirJson,
    lastUpdated: toIso(at),
    location: `${base}/api/shl/files/${places[nth] ?? ''}`,
  }));
}

interface For {
  locale: Locale;
  zone: string;
}

/** Of the page of this house. */
export async function viewFiles(em: EntityManager, link: HealthLinkRow, reader: For): Promise<LinkView['files']> {
  const files = await linkFiles(em, grantOf(link));
  const wanted = files.flatMap(({ what, id }): Placed[] => [
    { what, itemId: id, plain: true },
    ...(what === 'series' ? [{ what: 'preview' as const, itemId: id, plain: true }] : []),
  ]);
  const places = (await placeFiles(em, link, wanted)).map(contentPath);
  const placeOf = (what: Placed['what'], id: string) =>
    places[wanted.findIndex((each) => each.what === what && each.itemId === id)] ?? null;
  return files.map(({ what, id, title, modality, bytes, count, at }) => ({
    ...{ what, bytes, count },
    name: title || modalityWords(modality ?? '', reader.locale),
    whenWords: momentWords({ ...reader, now: now(), instant: at }),
    href: placeOf(what, id) ?? '',
    preview: what === 'series' ? placeOf('preview', id) : null,
  }));
}

const contentPath = (token: string) => `/api/shl/files/${token}/content`;
/** A record of very many papers is read by programs; nobody opens so many on a page. */
const attachmentsMost = 100;

/** What lies in entries, at places where somebody who is not signed in can have it; what was brought is listed by itself. */
export async function placeAttachments(
  em: EntityManager,
  link: HealthLinkRow,
  sections: readonly RecordSection[],
): Promise<RecordSection[]> {
  const lines = sections.flatMap((section) => section.lines);
  const wanted = new Map<string, Placed>();
  for (const { href } of lines.flatMap(({ attachments }) => attachments)) {
    const [, itemId, at] = /\/record\/attachments\/([0-9a-f-]{36})\/(\d+)$/.exec(href ?? '') ?? [];
    if (!href || !itemId || wanted.size >= attachmentsMost) continue;
    wanted.set(href, { what: 'attachment', itemId, at: Number(at), plain: true });
  }
  const tokens = await placeFiles(em, link, [...wanted.values()]);
  const places = new Map([...wanted.keys()].map((href, nth) => [href, contentPath(tokens[nth] ?? '')]));
  const placed = ({ attachments }: Line): Line['attachments'] =>
    attachments.flatMap((each) => {
      const href = each.href === null ? undefined : places.get(each.href);
      return href ? [{ ...each, href }] : [];
    });
  return sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({ ...line, attachments: placed(line) })),
  }));
}
type Line = RecordSection['lines'][number];

/** Sends what is at a place, as it is. Throws `not_found` for what the link hands on no more. */
export async function sendPlain(
  { db, vault }: { db: Database; vault: Vault },
  { link, what, itemId, at }: Taken,
  { request, response }: { request: Request; response: Response },
): Promise<void> {
  const granted = grantOf(link);
  const send = (bytes: Buffer, type: string, disposition: string) => {
    const open = ({ start, end }: { start: number; end: number }) =>
      Promise.resolve(Readable.from([bytes.subarray(start, end + 1)], { objectMode: false }));
    return sendBytes({ bytes: bytes.length, type, disposition, open }, request, response);
  };
  if (what === 'attachment') {
    const { bytes, name } = await readAttachment(db.manager, granted, { resourceId: itemId ?? '', at });
    return send(bytes, 'application/octet-stream', savedAs(name));
  }
  const file = await linkFile(db.manager, granted, itemId);
  if (!file || what === 'record') throw new OkaeriError('not_found');
  if (what === 'preview') {
    return send(await readThumbnail(db, vault, granted, file.id), 'image/png', 'inline; filename="series.png"');
  }
  if (what === 'series') return sendSeries({ db, vault }, file, response);
  const open = (range: { start: number; end: number }) => vault.openRead(file.id, range);
  const content = { bytes: file.bytes, type: 'application/octet-stream', disposition: savedAs(file.title), open };
  return sendBytes(content, request, response);
}

/** The files of a series as one archive, read from the vault one after the other while it is being sent. */
async function sendSeries(
  { db, vault }: { db: Database; vault: Vault },
  file: LinkFile,
  response: Response,
): Promise<void> {
  const zip = new ZipFile();
  // Cut in the middle: no reader takes it for whole.
  const failed = () => response.destroy();
  zip.on('error', failed);
  const parts = await partsOf(db.manager, file);
  for (const [nth, { blobId }] of parts.entries()) {
    zip.addReadStreamLazy(`${String(nth + 1).padStart(5, '0')}.dcm`, { compress: false }, (give) => {
      vault.openRead(blobId).then((stream) => give(null, stream.once('error', failed)), failed);
    });
  }
  zip.end();
  handedOut(response, { type: 'application/zip', disposition: savedAs(`${file.modality ?? 'series'}.zip`) });
  // Who leaves in the middle is no error of ours.
  await pipeline(zip.outputStream, response).catch(failed);
}

import { buffer } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';
import type { ZipFile } from 'yauzl';

/** What is in an archive, by name; an archive that is broken off is refused. */
export async function unzipped(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((done, failed) => {
    fromBuffer(archive, { lazyEntries: true }, (error, opened) => (error ? failed(error) : done(opened)));
  });
  const found = new Map<string, Buffer>();
  return new Promise((done, failed) => {
    zip.on('error', failed);
    zip.on('end', () => done(found));
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return failed(error);
        buffer(stream).then((bytes) => {
          found.set(entry.fileName, bytes);
          zip.readEntry();
        }, failed);
      });
    });
    zip.readEntry();
  });
}

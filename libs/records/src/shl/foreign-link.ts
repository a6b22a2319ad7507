import { OkaeriError, recordBytesMost } from '@okaeri/contracts';
import { OutboundError, fetchOutbound } from '@okaeri/platform';
import type { OutboundAnswer, OutboundRequest } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { readAttempts, readLink, readManifest } from './payload';
import type { LinkPayload } from './payload';
import { fhirJson, openFile } from './sealed';

/** Base64 of what is sealed is a third longer. */
const mostBytes = Math.ceil(recordBytesMost * 1.4);
const seconds = 20;
/** By this name they write down who read. Of the patient they learn nothing. */
const recipient = 'Okaeri';

interface How {
  passcode: string | null;
  /** Addresses of the own network, and such without TLS. */
  mayBePrivate: boolean;
}

/**
 * The FHIR files behind a link that a person gave us, as they were sealed. Throws `shl_unreadable` for what is no link or does not open
 * with its key, `shl_over`, `shl_passcode`, `shl_elsewhere` where nobody answers, and `shl_kind` where nothing in it is a record.
 */
export async function fetchLink(text: string, how: How): Promise<Buffer[]> {
  const link = readLink(text);
  if (!link) throw new OkaeriError('shl_unreadable');
  if (link.exp !== undefined && link.exp * 1000 <= now().epochMilliseconds) throw new OkaeriError('shl_over');
  const ask = (wanted: Pick<OutboundRequest, 'url' | 'method' | 'headers' | 'body'>) => asked(wanted, how);
  const sealed = link.flag?.includes('U') ? [await direct(link, ask)] : await listed(link, how, ask);
  const key = Buffer.from(link.key, 'base64url');
  const files: Buffer[] = [];
  for (const jwe of sealed) {
    const file = await openFile(key, jwe.trim()).catch(() => {
      throw new OkaeriError('shl_unreadable');
    });
    if (isRecord(file.contentType ?? fhirJson)) files.push(Buffer.from(file.bytes));
  }
  if (files.length === 0) throw new OkaeriError('shl_kind');
  return files;
}

type Ask = (wanted: Pick<OutboundRequest, 'url' | 'method' | 'headers' | 'body'>) => Promise<OutboundAnswer>;

async function direct({ url }: LinkPayload, ask: Ask): Promise<string> {
  const address = new URL(url);
  address.searchParams.set('recipient', recipient);
  return (await fine(ask({ url: address.href }))).body.toString('utf8');
}

async function listed({ url, flag }: LinkPayload, { passcode }: How, ask: Ask): Promise<string[]> {
  if (flag?.includes('P') && passcode === null) throw new OkaeriError('shl_passcode');
  const wanted = { recipient, ...(passcode === null ? {} : { passcode }) };
  const answer = await fine(
    ask({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wanted) }),
  );
  const manifest = readManifest(answer.body);
  if (!manifest) throw new OkaeriError('shl_elsewhere');
  const records = manifest.files.filter(({ contentType }) => isRecord(contentType));
  const sealed: string[] = [];
  for (const { embedded, location } of records) {
    if (embedded !== undefined) sealed.push(embedded);
    else if (location !== undefined) sealed.push((await fine(ask({ url: location }))).body.toString('utf8'));
  }
  if (sealed.length === 0) throw new OkaeriError('shl_kind');
  return sealed;
}

/** By its type, whatever follows: `application/fhir+json;fhirVersion=4.0.1`. */
const isRecord = (contentType: string) => contentType.split(';', 1)[0]?.trim().toLowerCase() === fhirJson;

async function asked(
  wanted: Pick<OutboundRequest, 'url' | 'method' | 'headers' | 'body'>,
  { mayBePrivate }: How,
): Promise<OutboundAnswer> {
  try {
    return await fetchOutbound({ ...wanted, mostBytes, seconds, mayBePrivate, redirects: 0, tlsOnly: !mayBePrivate });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new OkaeriError(error.why === 'address_private' ? 'address_private' : 'shl_elsewhere');
  }
}

async function fine(asking: Promise<OutboundAnswer>): Promise<OutboundAnswer> {
  const answer = await asking;
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status === 401 || answer.status === 403) {
    throw new OkaeriError(readAttempts(answer.body) === 0 ? 'shl_over' : 'shl_passcode');
  }
  throw new OkaeriError(answer.status === 404 || answer.status === 410 ? 'shl_over' : 'shl_elsewhere');
}

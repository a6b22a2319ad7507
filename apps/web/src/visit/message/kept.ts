import { recordingHours } from '@okaeri/contracts';
import { anyKept, database, flag } from './any-kept';

/*
 * Recorded messages on this device, in IndexedDB: a reload, a crash or a link that is away for the night loses none of
 * them. Each belongs to the person who spoke it, for the next one at this device may be somebody else.
 */

export interface KeptMessage {
  /** The name of its file's announcement, so that it is announced once. */
  id: string;
  /** The name of its line in the chat. */
  chatKey: string;
  visitId: string;
  personId: string;
  kind: 'audio' | 'video';
  name: string;
  type: string;
  blob: Blob;
  seconds: number;
  /** When, in milliseconds of the clock on the wall. */
  madeAt: number;
  /** She pressed "send"; else it waits for her. */
  wanted: boolean;
}

export const moment = (): number => performance.timeOrigin + performance.now();

const table = 'messages';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

async function inTable<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = open.transaction(table, mode);
      const request = act(transaction.objectStore(table));
      // Not with the request: what a transaction has not finished, a reload takes back.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    open.close();
  }
}

export async function keepMessage(message: KeptMessage): Promise<void> {
  await inTable('readwrite', (store) => store.put(message));
  localStorage.setItem(flag, '1');
}

export async function forgetMessage(id: string): Promise<void> {
  await inTable('readwrite', (store) => store.delete(id));
  if ((await inTable('readonly', (store) => store.count())) === 0) localStorage.removeItem(flag);
}

/** What this person has spoken and not sent. What the server would no longer take leaves the device, whose ever it is. */
export async function keptMessages(personId: string | undefined): Promise<KeptMessage[]> {
  if (!anyKept()) return [];
  const all = (await inTable('readonly', (store) => store.getAll())) as KeptMessage[];
  const isDue = ({ madeAt }: KeptMessage) => moment() - madeAt < recordingHours * 3_600_000;
  for (const { id } of all.filter((one) => !isDue(one))) await forgetMessage(id);
  return all.filter((one) => one.personId === personId && isDue(one));
}

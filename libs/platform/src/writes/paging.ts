import { OkaeriError } from '@okaeri/contracts';

/** Where a piece of a list ended: what it is sorted by, and the id that tells two of one value apart. */
export interface Cursor {
  value: string;
  id: string;
}

/** For the reader to hand back; opaque to her. */
export function cursorOf({ value, id }: Cursor): string {
  return Buffer.from(`${value}|${id}`).toString('base64url');
}

const shape = /^([^|]{1,120})\|([\w-]{1,40})$/;

/** Throws `cursor_bad` for what `cursorOf` never made, and where `fits` says that the value is none of its list. */
export function readCursor(after: string | undefined, fits: (cursor: Cursor) => boolean = () => true): Cursor | null {
  if (after === undefined || after === '') return null;
  const [, value, id] = shape.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? [];
  if (value === undefined || id === undefined || !fits({ value, id })) throw new OkaeriError('cursor_bad');
  return { value, id };
}

/** Of a list sorted by time. */
export function readTimeCursor(after: string | undefined): Cursor | null {
  return readCursor(
    after,
    ({ value, id }) => /^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(value) && /^[0-9a-f-]{36}$/.test(id),
  );
}

/** The rows that fit, of one more than were asked for, and where the next piece begins. */
export function pieceOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursor: (row: Row) => Cursor,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > limit ? cursorOf(cursor(last)) : null };
}

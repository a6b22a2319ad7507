import type { CaptionFrame } from '@okaeri/contracts';

/*
 * What `seat.say` carries for a caption. Read by hand: the schemas of the contracts would bring their library along to
 * everybody who joins.
 */

export const captionMost = 300;

export function readCaption(data: string): CaptionFrame | null {
  try {
    const frame = JSON.parse(data) as Partial<CaptionFrame> | null;
    if (!frame || frame.v !== 1 || typeof frame.final !== 'boolean') return null;
    const { id, language, text } = frame;
    const told = isText(id, 1, 16) && isText(language, 2, 35) && isText(text, 0, captionMost);
    return told ? (frame as CaptionFrame) : null;
  } catch {
    return null;
  }
}

export function writeCaption(language: string, text: string): string {
  const id = (count += 1).toString(36);
  return JSON.stringify({ v: 1, id, language, text: text.slice(0, captionMost), final: true } satisfies CaptionFrame);
}

// Not from nothing: a page that was loaded anew goes on after the sentences of the one before.
let count = Math.round(performance.timeOrigin);

const isText = (value: unknown, least: number, most: number): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= most;

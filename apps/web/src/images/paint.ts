import { isPadding, type Padding, type Spread, type Window } from './window';

/** A picture out of its file, before it is decided what of it is seen. */
export interface Picture {
  width: number;
  height: number;
  /** A number for each point, or the colours of it: three or four bytes. */
  values: ArrayLike<number>;
  parts: 1 | 3 | 4;
  /** Its least value is white. */
  inverted: boolean;
  /** Which of its values stand for nothing. */
  padding: Padding | null;
  spread: Spread;
  bytes: number;
}

/** Writes a picture as a screen shows it: red, green, blue and nothing transparent. What is outside of the window is cut by `into`. */
export function paint(picture: Picture, window: Window, into: Uint8ClampedArray): void {
  const { values, parts } = picture;
  if (parts > 1) {
    for (let from = 0, to = 0; to < into.length; from += parts, to += 4) {
      into[to] = values[from] ?? 0;
      into[to + 1] = values[from + 1] ?? 0;
      into[to + 2] = values[from + 2] ?? 0;
      into[to + 3] = 255;
    }
    return;
  }
  const scale = (picture.inverted ? -255 : 255) / window.width;
  const start = picture.inverted ? window.center + window.width / 2 : window.center - window.width / 2;
  for (let from = 0, to = 0; to < into.length; from += 1, to += 4) {
    const value = values[from] ?? 0;
    const grey = picture.padding && isPadding(value, picture.padding) ? 0 : (value - start) * scale;
    into[to] = grey;
    into[to + 1] = grey;
    into[to + 2] = grey;
    into[to + 3] = 255;
  }
}

import type { SeatRole } from '@okaeri/contracts';

export interface Placed {
  seatId: string;
  role: SeatRole;
}

export interface Layout {
  /** Shown large, side by side. */
  large: string[];
  /** Smaller tiles beside them: a voice that helps, not the person one talks to. */
  small: string[];
}

/**
 * Who is large, chosen by role and count only: nothing moves when somebody speaks. The order is the visit's own, the
 * same in every window and at every time, so that nobody looks for a face twice.
 */
export function layoutOf(
  myRole: SeatRole,
  others: readonly Placed[],
  showing = false,
  beside: string | null = null,
): Layout {
  // What is shown to everybody is looked at; the faces go beside it.
  if (showing) return { large: [], small: others.map(({ seatId }) => seatId) };
  // Whom she sits beside she sees without a picture.
  const helps = ({ seatId, role }: Placed) => (role === 'interpreter' && myRole !== 'interpreter') || seatId === beside;
  const talking = others.filter((person) => !helps(person));
  if (talking.length === 0) return { large: others.map(({ seatId }) => seatId), small: [] };
  return {
    large: talking.map(({ seatId }) => seatId),
    small: others.filter(helps).map(({ seatId }) => seatId),
  };
}

export interface Size {
  width: number;
  height: number;
}

export const isUpright = ({ width, height }: Size): boolean => height > width;

/** Columns of the large tiles: as wide as they can be without making anybody's face a stamp. */
export function columnsOf(count: number, { width, height }: Size): number {
  // Two faces are larger one above the other as soon as the place is nearly as high as wide.
  if (count === 2) return height > width * 0.8 ? 1 : 2;
  if (isUpright({ width, height })) return count <= 3 ? 1 : 2;
  if (count <= 1) return 1;
  if (count <= 4) return 2;
  return count <= 9 ? 3 : 4;
}

/** On a phone no more than this many faces at once; the others are a swipe away. */
export const mostUpright = 6;

/**
 * A picture fills its tile, and may lose its edges for it. An upright picture from a phone in a wide tile would lose more
 * than half of itself, chin or forehead included: that one is shown whole.
 */
export function fits(tile: Size, picture: Size): 'cover' | 'contain' {
  if (!tile.width || !tile.height || !picture.width || !picture.height) return 'cover';
  const tileShape = tile.width / tile.height;
  const shape = picture.width / picture.height;
  return shape < 1 && tileShape / shape > 1.8 ? 'contain' : 'cover';
}

const cameraShape = 16 / 9;

/**
 * How wide the whole picture would be at the size at which it is drawn. A wide picture that fills an upright tile is drawn
 * much larger than the tile is wide, and would be blurred if only the tile's width were asked for.
 */
export function drawnWidth(tile: Size, picture: Size): number {
  if (!tile.width || !tile.height) return 0;
  const shape = picture.width && picture.height ? picture.width / picture.height : cameraShape;
  const byHeight = tile.height * shape;
  return fits(tile, picture) === 'cover' ? Math.max(tile.width, byHeight) : Math.min(tile.width, byHeight);
}

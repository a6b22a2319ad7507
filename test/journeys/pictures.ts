import type { Page } from 'playwright-core';

/* What a person sees and does at the viewer of pictures. */

/** A picture is on the canvas. */
export const shown = (page: Page) => page.locator('canvas[data-painted]').waitFor();

/** What is on the canvas, in numbers. */
export function look(page: Page): Promise<{ item: number; print: string; mean: number; black: boolean }> {
  return page.locator('canvas[data-painted]').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const greys = [...data].filter((_, at) => at % 4 === 0);
    const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
    const print = greys.reduce((hash, grey) => (hash * 31 + grey) >>> 0, 7).toString(16);
    return { item: Number(canvas.dataset['painted']), print, mean, black: mean < 10 || new Set(greys).size < 8 };
  });
}

interface Finger {
  x: number;
  y: number;
  id: number;
}

/** Fingers on the glass, moved a step at a time from where they are put down. */
async function touch(page: Page, fingers: (part: number, middle: { x: number; y: number }) => Finger[]): Promise<void> {
  const frame = await page.locator('[data-picture]').boundingBox();
  if (!frame) throw new Error('There is no frame.');
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const glass = await page.context().newCDPSession(page);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0, middle) });
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(part, middle) });
  }
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await glass.detach();
}

/** One finger down the picture. */
export const swipe = (page: Page, by: number): Promise<void> =>
  touch(page, (part, { x, y }) => [{ x, y: y - by / 2 + by * part, id: 0 }]);

/** Two fingers, so far apart at first and at last. */
export const pinch = (page: Page, from: number, to: number): Promise<void> =>
  touch(page, (part, { x, y }) => {
    const half = (from + (to - from) * part) / 2;
    return [
      { x: x - half, y, id: 0 },
      { x: x + half, y, id: 1 },
    ];
  });

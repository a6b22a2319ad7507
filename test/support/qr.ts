import read from 'jsqr';
import type { Page } from 'playwright-core';

/** What a camera held before a screen reads: the text of the QR code in a picture of it. A browser unpacks the picture. */
export async function readCode(page: Page, screenshot: Buffer): Promise<string | null> {
  const picture = await page.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const bitmap = await createImageBitmap(blob);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width: canvas.width, height: canvas.height, dots: btoa(text) };
  }, screenshot.toString('base64'));
  const dots = new Uint8ClampedArray(Buffer.from(picture.dots, 'base64'));
  return read(dots, picture.width, picture.height)?.data ?? null;
}

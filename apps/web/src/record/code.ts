/** A picture of many millions of dots says no more to the reader of codes than one of this width. */
const widest = 1600;

type Drawn = HTMLVideoElement | ImageBitmap;

/** The text of a QR code in a picture; `null` where there is none. The reader is fetched when it is wanted. */
export async function codeIn(picture: Drawn, width: number, height: number): Promise<string | null> {
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, widest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: read } = await import('jsqr');
  return read(data, canvas.width, canvas.height)?.data ?? null;
}

export async function codeInFile(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file);
  try {
    return await codeIn(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}

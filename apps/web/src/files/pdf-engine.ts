import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfData } from './pdf-data';

export interface OpenPdf {
  pages: number;
  /** Draws a page; answers with its words, which a reader's voice reads out. */
  draw: (page: number, canvas: HTMLCanvasElement, width: number) => { done: Promise<string>; stop: () => void };
}

/** More points than this, and a phone gives up the canvas. */
const mostPoints = 16_000_000;
const mostWords = 4000;

/** Opens a document of ours. Forms, scripts and code that it may carry stay asleep: only pictures and letters are drawn. */
export function openPdf(href: string): { document: Promise<OpenPdf>; close: () => void } {
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const task = getDocument({
    url: href,
    withCredentials: true,
    enableXfa: false,
    isImageDecoderSupported: false,
    // The page's rules allow no code but our own scripts.
    useWasm: false,
    useWorkerFetch: false,
    BinaryDataFactory: PdfData,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'fonts/',
    disableAutoFetch: true,
    stopAtErrors: false,
  });
  return {
    document: task.promise.then((document) => ({
      pages: document.numPages,
      draw: (page, canvas, width) => draw(document, page, canvas, width),
    })),
    close: () => void task.destroy(),
  };
}

function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number) {
  let stop: () => void = () => undefined;
  let stopped = false;
  const done = document.getPage(number).then(async (page) => {
    if (stopped) return '';
    const natural = page.getViewport({ scale: 1 });
    const sharp = Math.min(window.devicePixelRatio || 1, 2);
    const wanted = (width / natural.width) * sharp;
    const most = Math.sqrt(mostPoints / (natural.width * natural.height));
    const viewport = page.getViewport({ scale: Math.min(wanted, most) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${Math.floor(width)}px`;
    const drawing = page.render({ canvas, viewport });
    stop = () => drawing.cancel();
    await drawing.promise;
    const { items } = await page.getTextContent();
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, mostWords);
  });
  // A page that is left while it is drawn is no failure.
  const calm = done.catch((error: unknown) => {
    if (stopped) return '';
    throw error;
  });
  return {
    done: calm,
    stop: () => {
      stopped = true;
      stop();
    },
  };
}

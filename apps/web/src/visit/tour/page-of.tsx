import { useEffect, useRef, useState } from 'react';
import type { FileView } from '@okaeri/contracts';
import { openPdf, type OpenPdf } from '../../files/pdf-engine';
import { useSay } from '../../locale/say';
import classes from './tour.module.css';
import type { Box } from './view';

interface PageOfProps {
  file: FileView;
  page: number;
  /** How wide it lies in the view; a document is drawn as sharp as that. */
  width: number;
  onPages: (pages: number) => void;
  onSize: (size: Box) => void;
}

/** The picture itself, or one page of a document. It comes once, by HTTP, and each browser draws it. */
export default function PageOf(props: PageOfProps) {
  return props.file.type === 'application/pdf' ? <PdfPage {...props} /> : <Photo {...props} />;
}

function Photo({ file, onPages, onSize }: PageOfProps) {
  const say = useSay();
  useEffect(() => onPages(1), [onPages]);
  return (
    <img
      className={classes.paper}
      src={file.href ?? undefined}
      alt={say('file.photo', { name: file.name })}
      draggable={false}
      data-drawn
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        onSize({ width: naturalWidth, height: naturalHeight })
      }
    />
  );
}

/** Steps of sharpness: a document is not drawn anew for each small step nearer. */
const sharpness = 400;

function PdfPage({ file, page, width, onPages, onSize }: PageOfProps) {
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [drawn, setDrawn] = useState(0);
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState(false);
  const href = file.href ?? '';
  useEffect(() => {
    const opening = openPdf(href);
    let current = true;
    opening.document.then(
      (opened) => {
        if (!current) return;
        setPdf(opened);
        onPages(opened.pages);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
      opening.close();
    };
  }, [href, onPages]);
  const sharp = Math.max(1, Math.ceil(width / sharpness)) * sharpness;
  useEffect(() => {
    const target = canvas.current;
    if (!pdf || !target || page > pdf.pages) return;
    const drawing = pdf.draw(page, target, sharp);
    let current = true;
    drawing.done.then(
      (text) => {
        if (!current) return;
        onSize({ width: target.width, height: target.height });
        setWords(text);
        setDrawn(page);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
      drawing.stop();
    };
  }, [pdf, page, sharp, onSize]);
  if (failed) {
    return (
      <p className={classes.failed} role="alert">
        {say('file.pdf.failed')}
      </p>
    );
  }
  return (
    <canvas
      ref={canvas}
      className={classes.paper}
      role="img"
      aria-label={words || file.name}
      data-drawn={drawn === page || undefined}
    />
  );
}

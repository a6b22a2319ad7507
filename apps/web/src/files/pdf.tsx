import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useSay } from '../locale/say';
import classes from './files.module.css';
import { openPdf, type OpenPdf } from './pdf-engine';
import { reachable } from './reachable';

/** A document page by page, drawn onto a canvas: nothing in it can run, and its links lead nowhere. */
export default function Pdf({ href, name, scale }: { href: string; name: string; scale: number }) {
  const say = useSay();
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);
  const [page, setPage] = useState(1);
  const [text, setText] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const opening = openPdf(href);
    let current = true;
    opening.document.then(
      (opened) => current && setPdf(opened),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
      opening.close();
    };
  }, [href]);

  useEffect(() => {
    const target = canvas.current;
    if (!pdf || !target) return;
    const width = (frame.current?.clientWidth ?? 320) * scale;
    const drawing = pdf.draw(page, target, width);
    let current = true;
    drawing.done.then(
      (words) => current && setText(words),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
      drawing.stop();
    };
  }, [pdf, page, scale]);

  if (failed) {
    return (
      <p className={classes.why} role="alert" data-pdf="failed">
        {say('file.pdf.failed')}
      </p>
    );
  }
  return (
    <>
      {!pdf && (
        <p role="status" className={classes.quiet}>
          {say('file.pdf.opening')}
        </p>
      )}
      <div ref={frame} className={classes.frame} {...reachable} role="group" aria-label={name}>
        <canvas
          ref={canvas}
          className={classes.paper}
          role="img"
          aria-label={text || name}
          data-pdf={text ? 'drawn' : 'opening'}
        />
      </div>
      {pdf && pdf.pages > 1 && (
        <nav className={classes.pages} aria-label={name}>
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={22} aria-hidden="true" />}
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          >
            {say('file.pdf.previous')}
          </Button>
          <p role="status">{say('file.pdf.page', { page, pages: pdf.pages })}</p>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={22} aria-hidden="true" />}
            disabled={page >= pdf.pages}
            onClick={() => setPage(page + 1)}
          >
            {say('file.pdf.next')}
          </Button>
        </nav>
      )}
    </>
  );
}

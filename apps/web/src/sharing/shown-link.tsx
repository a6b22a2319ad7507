import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HealthLinkShown } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import list from '../parts/list.module.css';
import classes from './sharing.module.css';

/** A link to be handed on, as a picture and as a text. */
export function ShownLink({ link, label, onClose }: { link: HealthLinkShown; label: string; onClose: () => void }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link.address).then(() => setCopied(true));
  return (
    <Dialog title={say('shl.ready')} onClose={onClose}>
      <div className={classes.stack} data-link-shown={link.address}>
        <p className={classes.quiet}>{say('shl.scan')}</p>
        <Squares squares={link.squares} title={say('shl.picture', { label })} />
        <div className={list.actions}>
          <Button onClick={copy} data-action="copy-link">
            {say('shl.copy')}
          </Button>
        </div>
        <p role="status" className={classes.said}>
          {copied && say('shl.copied')}
        </p>
      </div>
    </Dialog>
  );
}

/** Dark on white in a dark room, too: a scanner knows it so. */
function Squares({ squares, title }: { squares: readonly string[]; title: string }) {
  const size = squares.length;
  const path = squares
    .flatMap((row, y) => [...row].flatMap((dark, x) => (dark === '1' ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return (
    <svg
      className={classes.code}
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
      data-code
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

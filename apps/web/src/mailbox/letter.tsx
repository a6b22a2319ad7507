import { useRef, useState } from 'react';
import classes from './mailbox.module.css';

/**
 * A mail as its reader's program shows it, in a frame in which nothing runs. The frame is of this origin only so that its
 * height can be read. Its links are told below it, where they can be followed; in the frame they would lead nowhere.
 */
export function Letter({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(480);
  const loaded = () => {
    const document = frame.current?.contentDocument;
    if (!document) return;
    for (const link of document.querySelectorAll('a[href]')) link.removeAttribute('href');
    setHeight(document.documentElement.scrollHeight);
  };
  return (
    <iframe
      ref={frame}
      className={classes.frame}
      sandbox="allow-same-origin"
      srcDoc={html}
      title={title}
      style={{ height }}
      onLoad={loaded}
    />
  );
}

import { useState } from 'react';
import type { LinkView } from '@okaeri/contracts';
import { sizeWords } from '../files/size';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import { SaveFile } from '../parts/save-file';
import classes from './files.module.css';

type File = LinkView['files'][number];

/** Documents and pictures that were handed on: `[data-file]` document or series; data-action `save-file`. Nothing where there are none. */
export function Files({ files }: Pick<LinkView, 'files'>) {
  const say = useSay();
  if (files.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby="shl-files" data-section="files">
      <h2 id="shl-files" className={card.heading}>
        {say('shl.view.files')}
      </h2>
      <p className={list.quiet}>{say('shl.view.filesFor')}</p>
      <ul className={list.list}>
        {files.map((file) => (
          <One key={file.href} file={file} />
        ))}
      </ul>
    </section>
  );
}

function One({ file: { what, name, whenWords, count, bytes, href, preview } }: { file: File }) {
  const say = useSay();
  const { locale } = useLocale();
  const [drawn, setDrawn] = useState(preview !== null);
  const size = sizeWords(bytes, locale);
  const said = what === 'series' ? [say('images.count', { count }), whenWords, size] : [whenWords, size];
  return (
    <li className={list.row} data-file={what}>
      {preview !== null && drawn && (
        <img className={classes.small} src={preview} alt="" onError={() => setDrawn(false)} />
      )}
      <div className={list.words}>
        <p className={classes.name}>{name}</p>
        <p className={list.quiet}>{said.join(' · ')}</p>
      </div>
      <SaveFile href={href} action="save-file">
        {say('shl.view.save')}
        <About name={name} />
      </SaveFile>
    </li>
  );
}

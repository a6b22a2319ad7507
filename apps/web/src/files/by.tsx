import type { FileView } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import classes from './files.module.css';
import { sizeWords } from './size';

/** Who added it and when, how large it is, and, of another's, that no scanner has looked into it. */
export function FileBy({ file }: { file: FileView }) {
  const say = useSay();
  const { locale } = useLocale();
  const when = file.atWords;
  const by = file.mine ? say('file.by.me', { when }) : say('file.by.other', { name: file.by.display, when });
  return (
    <>
      {by} · <span className={classes.size}>{sizeWords(file.bytes, locale)}</span>
      {!file.mine && !file.scanned && <> · {say('file.unscanned')}</>}
    </>
  );
}

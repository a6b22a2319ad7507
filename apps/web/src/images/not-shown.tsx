import type { ImagingInstance } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import { SaveFile } from '../parts/save-file';
import classes from './images.module.css';

/** MPEG-2, MPEG-4, HEVC and what studios write. */
const film = /^1\.2\.840\.10008\.1\.2\.(?:4\.10[0-8](?:\.1)?|7\.\d+)$/;
/** Who has more of them takes the file along that brought them. */
const offered = 24;

/** Files of a series that cannot be shown here: why, and each of them as it came. */
export function NotShown({ pictures }: { pictures: readonly ImagingInstance[] }) {
  const say = useSay();
  const hidden = pictures.filter(({ shown }) => !shown);
  const films = hidden.filter(({ transferSyntax }) => film.test(transferSyntax)).length;
  if (hidden.length === 0) return null;
  return (
    <div className={classes.notShown} data-not-shown={hidden.length}>
      {films > 0 && <p className={classes.quiet}>{say('images.films', { count: films })}</p>}
      {hidden.length > films && (
        <p className={classes.quiet}>{say('images.hidden', { count: hidden.length - films })}</p>
      )}
      <div className={classes.deeds}>
        {hidden.slice(0, offered).map(({ instanceId, href }, at) => (
          <SaveFile key={instanceId} href={href} action="save-not-shown">
            {hidden.length === 1 ? say('medical.original') : say('images.saveFile', { n: at + 1 })}
          </SaveFile>
        ))}
      </div>
    </div>
  );
}

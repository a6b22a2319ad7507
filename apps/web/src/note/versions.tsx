import { localeNames, localeTags, type NoteView } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { Say, useSay } from '../locale/say';
import { Name } from '../locale/name';
import classes from './note.module.css';

type Version = NoteView['versions'][number];

/** What was signed: the newest open, the earlier ones below it. */
export function NoteVersions({ note, level = 2 }: { note: NoteView; level?: 2 | 3 }) {
  const say = useSay();
  const [newest, ...earlier] = note.versions;
  if (!newest) return null;
  return (
    <>
      <Signed version={newest} level={level} />
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{say('note.earlier')}</summary>
          {earlier.map((version) => (
            <Signed key={version.number} version={version} level={level} />
          ))}
        </details>
      )}
    </>
  );
}

function Signed({ version, level }: { version: Version; level: 2 | 3 }) {
  const say = useSay();
  const { locale } = useLocale();
  const Heading = `h${level}` as const;
  const lang = localeTags[version.language];
  return (
    <article className={classes.signed} data-version={version.number}>
      <header>
        <Heading className={classes.versionTitle}>{say('note.version.title', { number: version.number })}</Heading>
        <p className={classes.quiet}>
          <Say id="note.version.by" values={{ name: <Name name={version.signedBy} />, when: version.signedAtWords }} />
        </p>
        {version.reason && <p className={classes.quiet}>{say('note.version.reason', { reason: version.reason })}</p>}
        {version.language !== locale && (
          <p className={classes.quiet}>{say('note.version.language', { language: localeNames[version.language] })}</p>
        )}
      </header>
      <p className={classes.written} lang={lang}>
        {version.text}
      </p>
      {version.nextSteps.trim() !== '' && (
        <section className={classes.steps}>
          <p className={classes.strong}>{say('note.steps.label')}</p>
          <p className={classes.written} lang={lang}>
            {version.nextSteps}
          </p>
        </section>
      )}
    </article>
  );
}

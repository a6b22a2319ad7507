import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImagingPage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { isKeptBack } from '../api/kept-back';
import { body, typed } from '../api/typed';
import { imagesPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import classes from './record.module.css';

type Study = ImagingPage['studies'][number];
type Series = Study['series'][number];

export function useStudies(personId: string) {
  return useQuery({
    queryKey: keys.imaging(personId),
    queryFn: (): Promise<ImagingPage> =>
      body(typed.GET('/api/patients/{personId}/imaging', { params: { path: { personId } } })),
  });
}

/** What was made of a body in pictures: by study, a card for each series. Nothing where there is none. */
export function Studies({ personId }: { personId: string }) {
  const say = useSay();
  const query = useStudies(personId);
  // Pictures that are not shared are not there, nor those that were until now.
  if (isKeptBack(query.error)) return null;
  if (query.error && !query.data) return <Trouble error={query.error} again={() => void query.refetch()} />;
  const { studies = [] } = query.data ?? {};
  if (studies.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby="record-images" data-section="images">
      <h2 id="record-images" className={card.heading}>
        {say('images.section')}
      </h2>
      <div className={classes.studies}>
        {studies.map((study) => (
          <div key={study.studyId} className={classes.study} data-study={study.studyId}>
            <h3>{study.title}</h3>
            <p className={classes.quiet}>{[study.whenWords, study.from].filter(Boolean).join(' · ')}</p>
            <ul className={classes.series}>
              {study.series.map((series) => (
                <li key={series.seriesId}>
                  <Card series={series} personId={personId} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Card({ series, personId }: { series: Series; personId: string }) {
  const say = useSay();
  const { seriesId, modality, modalityWords, description, frames } = series;
  return (
    <Link
      to={imagesPath(personId, seriesId)}
      className={classes.one}
      data-action="open-series"
      data-modality={modality}
    >
      <Small href={series.thumbnail} />
      <div className={classes.words}>
        <p className={classes.title}>{description ?? modalityWords}</p>
        {description && <p className={classes.quiet}>{modalityWords}</p>}
        <p className={classes.quiet}>{frames > 0 ? say('images.count', { count: frames }) : say('images.none')}</p>
      </div>
    </Link>
  );
}

function Small({ href }: { href: string | null }) {
  const [failed, setFailed] = useState(false);
  if (href && !failed) {
    return (
      <img
        className={classes.small}
        src={href}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => setFailed(true)}
      />
    );
  }
  return (
    <span className={classes.small}>
      <IconPhoto size={28} aria-hidden="true" />
    </span>
  );
}

import { Button, Skeleton } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ImagingSeries } from '@okaeri/contracts';
import { isKeptBack } from '../api/kept-back';
import { later } from '../app/later';
import { NotFound } from '../app/not-found';
import { Page } from '../app/page';
import { paths, recordPath } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Closed } from '../record/closed';
import { useRecordNews } from '../record/use-record';
import { useSeries } from './use-series';
import { WithoutName } from './without-name';

const Viewer = later(() => import('./viewer'));

/* The pictures of one series, under `paths.images`. What reads and shows them is fetched with the first of them. */

export default function ImagesRoute() {
  const { personId = '', seriesId = '' } = useParams();
  const query = useSeries(personId, seriesId);
  useRecordNews(personId);
  if (isKeptBack(query.error)) return query.data ? <Ended series={query.data} /> : <NotFound />;
  return <Loaded query={query}>{(series) => <Images series={series} />}</Loaded>;
}

/** Nothing of it but its name, which whoever looked at it knows. */
function Ended({ series: { description, modalityWords } }: { series: ImagingSeries }) {
  return (
    <Page title={description ?? modalityWords} wide>
      <Closed />
    </Page>
  );
}

function Images({ series }: { series: ImagingSeries }) {
  const say = useSay();
  const [nameless, setNameless] = useState<string | null>(null);
  const { description, modalityWords, whenWords, patient, mine, studyTitle } = series;
  const said = [mine ? null : patient.name.display, studyTitle, modalityWords, whenWords].filter(
    (words, at, all) => words && words !== description && all.indexOf(words) === at,
  );
  return (
    <Page title={description ?? modalityWords} lead={<p>{said.join(' · ')}</p>} wide>
      <Suspense fallback={<Skeleton height={360} radius="lg" />}>
        <Viewer
          series={series}
          deeds={({ instance }) => (
            <Button
              variant="default"
              leftSection={<IconUserOff size={22} aria-hidden="true" />}
              onClick={() => setNameless(instance.instanceId)}
              data-action="open-nameless"
            >
              {say('images.nameless.open')}
            </Button>
          )}
        />
      </Suspense>
      <Button
        component={Link}
        to={mine ? paths.record : `${recordPath(patient.personId)}?tab=all`}
        variant="default"
        mt="md"
        data-action="back-to-record"
      >
        {mine ? say('images.back.mine') : say('images.back.of', { name: patient.name.display })}
      </Button>
      {nameless && <WithoutName personId={patient.personId} instanceId={nameless} onClose={() => setNameless(null)} />}
    </Page>
  );
}

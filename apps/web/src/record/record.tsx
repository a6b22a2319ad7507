import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { RecordPage } from '@okaeri/contracts';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import { SaveFile } from '../parts/save-file';
import { Bring } from './bring';
import { Brings } from './brings';
import { Brought } from './brought';
import { ByLink } from './by-link';
import classes from './record.module.css';
import { Section } from './section';
import { Studies, useStudies } from './studies';
import { useRecord } from './use-record';

/** A record as one reads it: what it says first, then where it comes from. */
export function Record({ personId }: { personId: string }) {
  const query = useRecord(personId);
  return <Loaded query={query}>{(page) => <All page={page} />}</Loaded>;
}

function All({ page }: { page: RecordPage }) {
  const say = useSay();
  const { patient, mine, sections, imports, exportHref, partly } = page;
  const studies = useStudies(patient.personId).data?.studies ?? [];
  return (
    <>
      <Bring personId={patient.personId} />
      <div className={classes.other}>
        <ByLink personId={patient.personId} />
        {mine && (
          <Button component={Link} to={paths.sharing} size="lg" variant="default" data-action="sharing">
            {say('share.title')}
          </Button>
        )}
      </div>
      <Studies personId={patient.personId} />
      {imports.length === 0 && studies.length === 0 && !partly && (
        <Empty title={say('medical.empty')}>
          <p>{say('medical.emptyNext')}</p>
        </Empty>
      )}
      {sections.map((section) => (
        <Section key={section.key} section={section} />
      ))}
      {imports.length > 0 && (
        <section className={card.section} aria-labelledby="record-brought">
          <h2 id="record-brought" className={card.heading}>
            {say('medical.brought')}
          </h2>
          <ul className={list.list}>
            {imports.map((each) => (
              <Brought key={each.importId} brought={each} personId={patient.personId} />
            ))}
          </ul>
          {exportHref && (
            <SaveFile href={exportHref} action="export-record" className={classes.export}>
              {say('medical.export')}
            </SaveFile>
          )}
        </section>
      )}
      <Brings personId={patient.personId} />
    </>
  );
}

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { RecordPage } from '@okaeri/contracts';
import { Page } from '../app/page';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import { Bring } from './bring';
import { Brought } from './brought';
import classes from './record.module.css';
import { Section } from './section';

/** A record as one reads it: what it says first, then where it comes from. */
export function Record({ page }: { page: RecordPage }) {
  const say = useSay();
  const { patient, mine, sections, imports, exportHref } = page;
  return (
    <Page title={mine ? say('medical.title') : say('medical.of', { name: patient.name.display })}>
      <div data-screen="record" data-patient={patient.personId}>
        <Bring personId={patient.personId} />
        {imports.length === 0 && (
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
              <Button
                component="a"
                href={exportHref}
                download
                variant="default"
                className={classes.export}
                leftSection={<IconDownload size={22} aria-hidden="true" />}
                data-action="export-record"
              >
                {say('medical.export')}
              </Button>
            )}
          </section>
        )}
      </div>
    </Page>
  );
}

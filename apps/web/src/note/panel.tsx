import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { VisitPage } from '@okaeri/contracts';
import { notePath } from '../app/paths';
import { BesideNote } from '../questions/beside-note';
import { useSay } from '../locale/say';
import { NoteEditor } from './editor';
import classes from './note.module.css';
import { NoteVersions } from './versions';

/*
 * The note of a visit, beside the picture and after it.
 *
 *   NotePanel { page }   the visit's page as the server answered it; reads `page.note`, `page.mayWrite` and `page.card`
 *
 * The writer gets the form, which keeps itself; everybody else what is signed. Elements: data-screen `note-panel`;
 * data-action `note-text` (also `[data-field=text]`, `[data-field=nextSteps]`, `[data-field=reason]`), `sign-note`,
 * `change-note`, `read-note`. `note/page` is the page of its own under `paths.note`.
 */

/** The physician's note, written beside the picture. */
export default function NotePanel({ page }: { page: VisitPage }) {
  const say = useSay();
  const { note } = page;
  const signed = [...(note ? [note] : []), ...page.otherNotes].filter(({ versions }) => versions.length > 0);
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState(false);
  const draft = page.mayWrite && (writing || note === null || note.state === 'draft');
  const { visitId, other } = page.card;
  return (
    <section className={classes.panel} data-screen="note-panel" data-visit={visitId}>
      <p role="status" className={said ? classes.done : classes.unseen}>
        {said ? say('note.sign.done') : ''}
      </p>
      {page.me.host && <BesideNote visitId={visitId} />}
      {draft && (
        <NoteEditor
          visitId={visitId}
          note={note}
          patient={other.display}
          limits={page.limits}
          onSigned={() => {
            setWriting(false);
            setSaid(true);
          }}
        />
      )}
      {!draft && page.mayWrite && (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setWriting(true);
              setSaid(false);
            }}
            data-action="change-note"
          >
            {say('note.change')}
          </Button>
        </div>
      )}
      {signed.length > 0 ? (
        <>
          {signed.map((each) => (
            <NoteVersions key={each.noteId} note={each} level={3} />
          ))}
          {!page.mayWrite && (
            <div>
              <Button component={Link} to={notePath(visitId)} variant="default" data-action="read-note">
                {say('visits.note')}
              </Button>
            </div>
          )}
        </>
      ) : (
        !draft && <None patient={page.me.role === 'patient'} />
      )}
    </section>
  );
}

export function None({ patient }: { patient: boolean }) {
  const say = useSay();
  return (
    <div>
      <p className={classes.strong}>{say('note.none.title')}</p>
      <p className={classes.quiet}>{say(patient ? 'note.none.patient' : 'note.none.staff')}</p>
    </div>
  );
}

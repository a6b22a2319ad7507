import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { NotePage as NotePageOf } from '@okaeri/contracts';
import { readNote } from '../api/work';
import { useNotices } from '../api/live';
import { queries } from '../api/queries';
import { isStaff, useMe } from '../api/session';
import { Page } from '../app/page';
import { threadPath, visitPath } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSayOf } from '../locale/say-of';
import { NoteEditor } from './editor';
import classes from './note.module.css';
import { None } from './panel';
import { SignedNote } from './signed';

/** The note of a visit on a page of its own: for the patient to read, for the team, and for its author to write on. */
export default function NotePage() {
  const { visitId = '' } = useParams();
  const key = ['note', visitId];
  const query = useQuery({
    queryKey: key,
    queryFn: () => readNote(visitId),
  });
  const episodeId = query.data?.episodeId;
  useNotices(
    episodeId ? [{ topic: 'episode', id: episodeId }] : [],
    () => void queries.invalidateQueries({ queryKey: key }),
  );
  return <Loaded query={query}>{(page) => <NoteOf page={page} />}</Loaded>;
}

function NoteOf({ page }: { page: NotePageOf }) {
  const say = useSayOf(page.kind);
  const me = useMe();
  const { note, others, visitId, mayWrite } = page;
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const staff = me !== null && isStaff(me);
  const signed = [...(note ? [note] : []), ...others].filter(({ versions }) => versions.length > 0);
  const draft = mayWrite && (writing || note === null || note.state === 'draft');
  return (
    <Page title={say('note.title')} lead={<p>{say('note.page.about', { title: page.title, when: page.whenWords })}</p>}>
      <div className={classes.page} data-screen="note">
        <p role="status" className={said ? classes.done : classes.unseen}>
          {said}
        </p>
        {draft && (
          <NoteEditor
            visitId={visitId}
            note={note}
            patient={page.other.display}
            onSigned={() => {
              setWriting(false);
              setSaid(say('note.sign.done'));
            }}
          />
        )}
        {signed.length === 0 && !draft && <None patient={!staff} />}
        {signed.map((each) => (
          <SignedNote key={each.noteId} note={each} visitId={visitId} titled={signed.length > 1} />
        ))}
        <div className={classes.actions}>
          {mayWrite && !draft && (
            <Button variant="default" onClick={() => setWriting(true)} data-action="change-note">
              {say('note.change')}
            </Button>
          )}
          <Button component={Link} to={threadPath(page.episodeId)} variant="default" data-action="open-thread">
            {say('note.page.ask')}
          </Button>
          <Button component={Link} to={visitPath(visitId)} variant="subtle" data-action="open-visit">
            {say('note.page.visit')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

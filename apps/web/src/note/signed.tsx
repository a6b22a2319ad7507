import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { NoteView } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import classes from './note.module.css';
import { NoteVersions } from './versions';

interface SignedNoteProps {
  note: NoteView;
  visitId: string;
  /** There are several: each is headed by its physician. */
  titled: boolean;
}

/** A signed note, its earlier versions, and that it was read. */
export function SignedNote({ note, visitId, titled }: SignedNoteProps) {
  const say = useSay();
  const { noteId, versions, readBy } = note;
  const newest = versions[0];
  const mine = note.draft !== null;
  const read = useWrite((number: number) =>
    body(typed.POST('/api/visits/{visitId}/note/read', { params: { path: { visitId } }, body: { noteId, number } })),
  );
  if (!newest) return null;
  return (
    <section className={classes.page} aria-label={say('note.of', { name: newest.signedBy.display })} data-note={noteId}>
      {titled && <h2 className={classes.versionTitle}>{say('note.of', { name: newest.signedBy.display })}</h2>}
      <NoteVersions note={note} level={titled ? 3 : 2} />
      {!mine && !note.read && (
        <div>
          <Button
            size="lg"
            leftSection={<IconCheck size={24} aria-hidden="true" />}
            loading={read.isPending}
            onClick={() => read.mutate(newest.number)}
            data-action="read"
          >
            {say('note.read.action')}
          </Button>
        </div>
      )}
      {read.error && <Trouble error={read.error} />}
      {!mine && note.read && (
        <p className={classes.done} data-read>
          {say('note.read.done')}
        </p>
      )}
      {readBy.length > 0 && (
        <ul className={classes.readers}>
          {readBy.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

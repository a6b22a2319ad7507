import { Skeleton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { VisitPage } from '@okaeri/contracts';
import { useChat } from '../../api/waiting';
import { later } from '../../app/later';
import { notePath } from '../../app/paths';
import { useSay } from '../../locale/say';
import card from '../../parts/card.module.css';
import { Messages } from '../chat/messages';

const FilesPanel = later(() => import('../../files/panel'));
const NotePanel = later(() => import('../../note/panel'));

function WrittenThen({ visitId }: { visitId: string }) {
  const say = useSay();
  const chat = useChat(visitId);
  const messages = chat.data?.items.toReversed() ?? [];
  if (messages.length === 0) return null;
  return (
    <section className={card.card} aria-labelledby="after-chat" data-screen="after-chat">
      <h2 id="after-chat" className={card.heading}>
        {say('call.chat.label')}
      </h2>
      <Messages messages={messages} />
    </section>
  );
}

/** What stays of a visit: its note, written on or read, and its files. */
export function Records({ page }: { page: VisitPage }) {
  const say = useSay();
  const signed = (page.note?.versions.length ?? 0) > 0;
  return (
    <Suspense fallback={<Skeleton height={160} radius="lg" />}>
      {page.mayWrite ? (
        <section className={card.card} aria-labelledby="after-note">
          <h2 id="after-note" className={card.heading}>
            {say('call.note.label')}
          </h2>
          <NotePanel page={page} />
        </section>
      ) : (
        signed && (
          <div>
            <Button
              component={Link}
              to={notePath(page.card.visitId)}
              size="lg"
              leftSection={<IconFileText size={22} aria-hidden="true" />}
              data-action="read-note"
            >
              {say('after.readNote')}
            </Button>
          </div>
        )
      )}
      {(page.files ?? []).length > 0 && (
        <section className={card.card} aria-labelledby="after-files">
          <h2 id="after-files" className={card.heading}>
            {say('call.files.label')}
          </h2>
          <FilesPanel page={page} />
        </section>
      )}
      <WrittenThen visitId={page.card.visitId} />
    </Suspense>
  );
}

import { Button } from '@mantine/core';
import type { SettingsPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useSignedOut } from '../api/session';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';

/** Where she is signed in, so that a lost phone can be shut out. */
export function Sessions({ sessions }: { sessions: SettingsPage['sessions'] }) {
  const say = useSay();
  const signedOut = useSignedOut();
  const end = useWrite((sessionId: string) =>
    body(typed.DELETE('/api/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
  );
  const everywhere = useWrite(() => body(typed.POST('/api/session/sign-out-everywhere')));
  return (
    <section className={card.section} aria-labelledby="sessions">
      <h2 id="sessions" className={card.heading}>
        {say('settings.sessions')}
      </h2>
      <ul className={list.list}>
        {sessions.map(({ sessionId, here, deviceWords, sinceWords }) => (
          <li key={sessionId} className={list.row}>
            <div className={list.words}>
              <p className={list.main}>{deviceWords}</p>
              <p className={list.quiet}>{here ? say('settings.here') : sinceWords}</p>
            </div>
            {!here && (
              <Button variant="default" loading={end.isPending} onClick={() => end.mutate(sessionId)}>
                {say('settings.end')}
                <About name={deviceWords} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(end.error ?? everywhere.error) && <Trouble error={end.error ?? everywhere.error} />}
      <Button
        variant="subtle"
        color="red"
        mt="md"
        loading={everywhere.isPending}
        onClick={() => everywhere.mutate(undefined, { onSuccess: () => void signedOut() })}
        data-action="sign-out-everywhere"
      >
        {say('settings.everywhere')}
      </Button>
    </section>
  );
}

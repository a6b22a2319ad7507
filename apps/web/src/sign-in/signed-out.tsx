import { Button, Group } from '@mantine/core';
import type { SessionPage } from '@okaeri/contracts';
import { useSignIn } from '../api/session';
import { useSay } from '../locale/say';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';

/** Nobody is signed in here. In the demo world one button brings the person of this window back. */
export function SignedOut({ demo, error }: { demo: SessionPage['demo']; error: unknown }) {
  const say = useSay();
  const signIn = useSignIn();
  return (
    <Page title={say('start.signedOut.title')} narrow>
      <p>{say(demo ? 'start.signedOut.demo' : 'start.signedOut.body')}</p>
      {error !== null && error !== undefined && <Trouble error={error} />}
      {demo && (
        <Group mt="lg">
          {demo.persona && (
            <Button loading={signIn.isPending} onClick={() => signIn.mutate(null)}>
              {say('start.signedOut.again')}
            </Button>
          )}
          <Button component="a" href={stageAddress(demo.persona)} variant={demo.persona ? 'default' : 'filled'}>
            {say('start.signedOut.stage')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

/** A persona's window is `emily.<host>`; the stage is `<host>`. */
export function stageAddress(persona: string | null): string {
  const { protocol, host } = window.location;
  return persona && host.startsWith(`${persona}.`) ? `${protocol}//${host.slice(persona.length + 1)}/` : '/';
}

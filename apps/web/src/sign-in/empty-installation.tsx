import { Stack } from '@mantine/core';
import { Page } from '../app/page';
import { useSay } from '../locale/say';
import classes from './sign-in.module.css';

const command = 'npm run admin -- invite you@hospital.example';

/** Nobody exists yet: whoever reads this has just installed Okaeri, and is told the one command that lets people in. */
export function EmptyInstallation() {
  const say = useSay();
  return (
    <Page title={say('door.empty.title')} narrow>
      <Stack gap="md" data-screen="sign-in-empty">
        <p className={classes.words}>{say('door.empty.body')}</p>
        <pre className={classes.command}>
          <code>{command}</code>
        </pre>
        <p className={classes.words}>{say('door.empty.then')}</p>
      </Stack>
    </Page>
  );
}

import { Button, Stack } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { LinkKind, LinkState } from '@okaeri/contracts';
import { useMe } from '../api/session';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import form from '../forms/form.module.css';
import { useSay } from '../locale/say';

interface LinkOverProps {
  kind: LinkKind | null;
  state: Exclude<LinkState, 'ready' | 'confirm' | 'not_yet'> | 'unknown';
}

/** A link that lets nobody in: why, and where the next one comes from. */
export function LinkOver({ kind, state }: LinkOverProps) {
  const say = useSay();
  const me = useMe();
  const visit = kind === 'visit';
  return (
    <Page title={say(`link.over.${state}.title`)} narrow>
      <Stack gap="lg" data-screen="link-over" data-state={state}>
        <p style={{ margin: 0 }}>
          {state === 'used' || state === 'expired'
            ? say(kind === 'invitation' ? 'link.over.invitation' : visit ? 'link.over.visit' : 'link.over.signIn')
            : say(`link.over.${state}.body`)}
        </p>
        <div className={form.actions}>
          {me ? (
            <Button component={Link} to={paths.start} size="lg">
              {say('link.over.home')}
            </Button>
          ) : (
            <Button
              component={Link}
              to={paths.start}
              size="lg"
              leftSection={<IconMail size={22} aria-hidden="true" />}
              data-action="ask-new-link"
            >
              {say('link.over.ask')}
            </Button>
          )}
        </div>
      </Stack>
    </Page>
  );
}

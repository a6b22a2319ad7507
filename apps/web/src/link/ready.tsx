import { Button, Stack } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { LinkLook } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Trouble } from '../app/trouble';
import form from '../forms/form.module.css';
import { useLocale } from '../locale/locale';
import { Name } from '../locale/name';
import { Say, useSay } from '../locale/say';
import { Clocks } from '../parts/clocks';
import card from '../parts/card.module.css';
import { useComeIn } from './use-come-in';

interface LinkReadyProps {
  token: string;
  look: LinkLook;
  onConfirm: () => void;
}

/** Who, what and when; and one button. */
export function LinkReady({ token, look, onConfirm }: LinkReadyProps) {
  const say = useSay();
  const { locale } = useLocale();
  const comeIn = useComeIn(() => body(typed.POST('/api/links/redeem', { body: { token, language: locale } })));
  return (
    <Page title={say(`link.${look.kind}.title`)} narrow>
      <Stack gap="lg" data-screen="link" data-kind={look.kind}>
        {look.for && (
          <p className={card.large}>
            <Say id={`link.${look.kind}.for`} values={{ name: <Name key="name" name={look.for} /> }} />
          </p>
        )}
        {look.institution && <p className={form.quiet}>{look.institution}</p>}
        {look.when && <Clocks when={look.when} />}
        {look.signedInAs === 'other' && <p className={card.note}>{say('link.other')}</p>}
        {comeIn.error && <Trouble error={comeIn.error} />}
        <div className={form.actions}>
          <Button
            size="lg"
            loading={comeIn.isPending}
            leftSection={<IconDoorEnter size={22} aria-hidden="true" />}
            data-action="redeem"
            onClick={() =>
              comeIn.mutate(undefined, {
                onError: (error) => {
                  if (error instanceof ApiError && error.code === 'link_confirm') onConfirm();
                },
              })
            }
          >
            {say(`link.${look.kind}.go`)}
          </Button>
          {look.signedInAs === 'other' && (
            <Button component={Link} to={paths.start} variant="default" size="lg">
              {say('link.stay')}
            </Button>
          )}
        </div>
        <p className={form.quiet}>{say(`link.${look.kind}.hint`)}</p>
      </Stack>
    </Page>
  );
}

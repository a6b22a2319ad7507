import { Button, Stack } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { body, typed } from '../api/typed';
import { useSession } from '../api/session';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';
import { TextField } from '../forms/fields';
import form from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { EmptyInstallation } from './empty-installation';

/** Who is there? Her address is enough: the way in comes by mail. */
export default function SignIn() {
  const empty = useSession().data?.empty ?? false;
  const [sent, setSent] = useState<string | null>(null);
  if (sent !== null) return <Sent email={sent} onBack={() => setSent(null)} />;
  return empty ? <EmptyInstallation /> : <Ask onSent={setSent} />;
}

export function useAskLink() {
  return useWrite((email: string) => body(typed.POST('/api/sign-in', { body: { email } })));
}

function Ask({ onSent }: { onSent: (email: string) => void }) {
  const say = useSay();
  const ask = useAskLink();
  const fields = useForm({ email: '' }, null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const email = fields.values.email.trim();
    if (!fields.need(['email'])) return;
    ask.mutate(email, { onSuccess: () => onSent(email), onError: (error) => void fields.refuse(error) });
  };
  return (
    <Page title={say('door.signIn.title')} lead={say('door.signIn.lead')} narrow>
      <form id={fields.id} onSubmit={submit} noValidate className={form.form} data-screen="sign-in">
        <TextField
          form={fields}
          name="email"
          type="email"
          label={say('door.signIn.email')}
          autoComplete="email"
          maxLength={254}
        />
        {ask.error && Object.keys(fields.mistakes).length === 0 && <Trouble error={ask.error} />}
        <div className={form.actions}>
          <Button
            type="submit"
            size="lg"
            loading={ask.isPending}
            leftSection={<IconMail size={22} aria-hidden="true" />}
            data-action="ask-link"
          >
            {say('door.signIn.send')}
          </Button>
        </div>
        <p className={form.quiet}>{say('door.signIn.noAccount')}</p>
      </form>
    </Page>
  );
}

/** The same words whether the address is known or not: who is a patient here is nobody's business. */
export function Sent({ email, onBack }: { email: string; onBack?: () => void }) {
  const say = useSay();
  return (
    <Page title={say('door.sent.title')} narrow>
      <Stack gap="lg" data-screen="sign-in-sent">
        <p style={{ margin: 0 }}>{say('door.sent.body', { email })}</p>
        <p className={form.quiet}>{say('door.sent.hint')}</p>
        {onBack && (
          <div className={form.actions}>
            <Button variant="default" onClick={onBack}>
              {say('door.sent.other')}
            </Button>
          </div>
        )}
      </Stack>
    </Page>
  );
}

import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { LinkLook } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';
import { TextField } from '../forms/fields';
import form from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { useComeIn } from './use-come-in';

/** Another device has the seat. A code to her own address shows that this one is hers too. */
export function LinkCode({ token, look }: { token: string; look: LinkLook }) {
  const say = useSay();
  const [sent, setSent] = useState(false);
  const ask = useWrite(() => body(typed.POST('/api/links/code', { body: { token } })));
  const comeIn = useComeIn((code: string) => body(typed.POST('/api/links/confirm', { body: { token, code } })));
  const fields = useForm({ code: '' }, null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fields.need(['code'])) return;
    comeIn.mutate(fields.values.code.trim(), { onError: (error) => void fields.refuse(error) });
  };
  const send = () => ask.mutate(undefined, { onSuccess: () => setSent(true) });
  return (
    <Page title={say('link.code.title')} narrow>
      <div className={form.form} data-screen="link-code">
        <p style={{ margin: 0 }}>{say('link.code.why')}</p>
        {!sent && (
          <>
            <p className={form.quiet}>{say('link.code.where', { address: look.mailHint ?? '' })}</p>
            {ask.error && <Trouble error={ask.error} />}
            <div className={form.actions}>
              <Button size="lg" loading={ask.isPending} onClick={send} data-action="ask-code">
                {say('link.code.send')}
              </Button>
            </div>
          </>
        )}
        {sent && (
          <form id={fields.id} onSubmit={submit} noValidate className={form.form}>
            <TextField
              form={fields}
              name="code"
              label={say('link.code.label')}
              hint={say('link.code.where', { address: look.mailHint ?? '' })}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
            />
            {comeIn.error && Object.keys(fields.mistakes).length === 0 && <Trouble error={comeIn.error} />}
            <div className={form.actions}>
              <Button type="submit" size="lg" loading={comeIn.isPending} data-action="confirm-code">
                {say('common.continue')}
              </Button>
              <Button variant="default" size="lg" loading={ask.isPending} onClick={send}>
                {say('link.code.again')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Page>
  );
}

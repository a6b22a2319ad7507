import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { LinkView } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';
import { TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { Section } from '../record/section';
import { Files } from './files';
import { tokenOf } from './token';

/*
 * A link of a patient of this house, opened by somebody outside of it, under `paths.shl`: data-screen `shl`, data-step `ask`, `read`
 * or `gone`; data-action `open-record`. The link stands behind the `#`, which no server and no log is ever sent.
 */

export default function ShlRoute() {
  const say = useSay();
  const [token] = useState(() => tokenOf(window.location));
  const [view, setView] = useState<LinkView | null>(null);
  const [gone, setGone] = useState(token === null);
  const form = useForm({ recipient: '', passcode: '' }, null);
  const open = useMutation({
    mutationFn: ({ recipient, passcode }: typeof form.values): Promise<LinkView> =>
      body(
        typed.POST('/api/shl/{token}/view', {
          params: { path: { token: token ?? '' } },
          body: { recipient, passcode: passcode === '' ? null : passcode },
        }),
      ),
    onSuccess: setView,
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'not_found') setGone(true);
      else void form.refuse(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.need(['recipient'])) open.mutate(form.values);
  };
  if (gone) {
    return (
      <Page title={say('shl.view.gone')} narrow>
        <div data-screen="shl" data-step="gone">
          <p>{say('shl.view.goneBody')}</p>
        </div>
      </Page>
    );
  }
  if (view) return <Read view={view} />;
  return (
    <Page title={say('shl.view.title')} narrow>
      <div data-screen="shl" data-step="ask">
        <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
          <TextField
            form={form}
            name="recipient"
            label={say('shl.view.name')}
            hint={say('shl.view.nameHint')}
            autoComplete="name"
            maxLength={200}
          />
          <TextField
            form={form}
            name="passcode"
            label={say('shl.bring.passcode')}
            hint={say('shl.view.passcodeHint')}
            maxLength={64}
          />
          {open.error && Object.keys(form.mistakes).length === 0 && <Trouble error={open.error} />}
          <div className={formClasses.actions}>
            <Button type="submit" loading={open.isPending} data-action="open-record">
              {say('shl.view.open')}
            </Button>
          </div>
        </form>
      </div>
    </Page>
  );
}

function Read({ view: { name, label, untilWords, sections, files } }: { view: LinkView }) {
  const say = useSay();
  return (
    <Page
      title={say('medical.of', { name: name.display })}
      lead={<p>{say('shl.view.until', { label, when: untilWords })}</p>}
    >
      <div data-screen="shl" data-step="read">
        {sections.length === 0 && files.length === 0 && <Empty title={say('shl.view.nothing')} />}
        {sections.map((section) => (
          <Section key={section.key} section={section} />
        ))}
        <Files files={files} />
      </div>
    </Page>
  );
}

import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { CasePage, Duplicate } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { paths } from '../app/paths';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import classes from './case.module.css';

/** Somebody much like her is registered too. A person decides whether they are one. */
export function Duplicates({ page }: { page: CasePage }) {
  const say = useSay();
  const [merging, setMerging] = useState<Duplicate | null>(null);
  const personId = page.patient.personId;
  const differ = useWrite((different: string, key) =>
    body(
      typed.POST('/api/patients/{personId}/merge', {
        params: { path: { personId }, header: keyed(key) },
        body: { different },
      }),
    ),
  );
  if (page.duplicates.length === 0) return null;
  return (
    <section className={classes.duplicates} aria-labelledby="case-duplicates">
      <h2 id="case-duplicates" className={classes.duplicatesTitle}>
        {say('case.duplicate.title')}
      </h2>
      {page.duplicates.map((one) => (
        <div key={one.personId}>
          <p className={classes.when}>
            <Name name={one.name} both /> · {[one.birthDate, one.place].filter(Boolean).join(' · ')}
          </p>
          <p>{one.why.map((why) => say(`register.same.why.${why}`)).join(' ')}</p>
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setMerging(one)} data-action="merge">
              {say('case.duplicate.merge')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              loading={differ.isPending}
              onClick={() => differ.mutate(one.personId)}
              data-action="other-person"
            >
              {say('case.duplicate.differ')}
            </Button>
          </div>
        </div>
      ))}
      {differ.error && <Trouble error={differ.error} />}
      {merging && (
        <Dialog title={say('case.duplicate.title')} onClose={() => setMerging(null)}>
          <MergeForm from={personId} into={merging} onClose={() => setMerging(null)} />
        </Dialog>
      )}
    </section>
  );
}

function MergeForm({ from, into, onClose }: { from: string; into: Duplicate; onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const form = useForm({ reason: '' }, null);
  const merge = useWrite((reason: string, key) =>
    body(
      typed.POST('/api/patients/{personId}/merge', {
        params: { path: { personId: from }, header: keyed(key) },
        body: { into: into.personId, reason },
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['reason'])) return;
    merge.mutate(form.values.reason.trim(), {
      onSuccess: () => void navigate(paths.start),
      onError: (error) => void form.refuse(error),
    });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <p className={formClasses.quiet}>{say('case.duplicate.what', { name: into.name.display })}</p>
      <LongField form={form} name="reason" label={say('case.duplicate.reason')} />
      {merge.error && Object.keys(form.mistakes).length === 0 && <Trouble error={merge.error} />}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button type="submit" color="red" loading={merge.isPending} data-action="confirm-merge">
          {say('case.duplicate.confirm')}
        </Button>
      </div>
    </form>
  );
}

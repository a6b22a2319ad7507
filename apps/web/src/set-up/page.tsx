import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { InstitutionForm } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { keys } from '../api/queries';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Trouble } from '../app/trouble';
import { useQueryClient } from '@tanstack/react-query';
import formClasses from '../forms/form.module.css';
import { InstitutionFields, institutionOf, noInstitution } from '../forms/institution';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';

/** The first administrator's first page: her hospital gets a name, a clock and a number to ring. */
export default function SetUp() {
  const say = useSay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useForm(noInstitution(), 'set-up');
  const save = useWrite((form: InstitutionForm, key) =>
    body(typed.POST('/api/institutions', { params: { header: keyed(key) }, body: form })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['name', 'city', 'country', 'zone', 'phone'])) return;
    save.mutate(institutionOf(form.values), {
      onSuccess: () => {
        form.done();
        void client.invalidateQueries({ queryKey: keys.session }).then(() => navigate(paths.people));
      },
      onError: (error) => void form.refuse(error),
    });
  };
  return (
    <Page title={say('set.hospital.title')} lead={say('set.hospital.lead')} narrow>
      <form id={form.id} onSubmit={submit} noValidate className={formClasses.form} data-screen="set-up">
        <InstitutionFields form={form} />
        {save.error && Object.keys(form.mistakes).length === 0 && <Trouble error={save.error} />}
        <div className={formClasses.actions}>
          <Button type="submit" size="lg" loading={save.isPending} data-action="save-institution">
            {say('set.hospital.save')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

import type { BookingPage } from '@okaeri/contracts';
import { ChoiceField } from '../forms/fields';
import type { Form } from '../forms/use-form';
import { useSay } from '../locale/say';

interface PhysicianFieldProps {
  form: Form<{ physicianId: string }>;
  page: Pick<BookingPage, 'physicians'>;
}

/** With whom; those who treat her are marked. */
export function PhysicianField({ form, page: { physicians } }: PhysicianFieldProps) {
  const say = useSay();
  return (
    <ChoiceField
      form={form}
      name="physicianId"
      label={say('role.physician')}
      options={physicians.map(({ personId, name, team }) => ({
        value: personId,
        label: team ? say('book.ofTeam', { name: name.display }) : name.display,
      }))}
      empty={physicians.length === 0 ? say('book.noPhysician') : say('form.choose')}
    />
  );
}

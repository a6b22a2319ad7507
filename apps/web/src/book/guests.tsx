import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { guestRelations, type Locale } from '@okaeri/contracts';
import { ChoiceField, LanguageField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import list from '../parts/list.module.css';
import type { GuestValues } from './values';

interface GuestsProps {
  guests: readonly GuestValues[];
  language: Locale;
  onGuests: (guests: readonly GuestValues[]) => void;
  conference: boolean;
  most: number;
}

/** Whom the patient wants at her side; each gets a link of her own by mail. */
export function Guests({ guests, language, onGuests, conference, most }: GuestsProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  return (
    <fieldset className={formClasses.group}>
      <legend className={formClasses.legend}>{say('book.guests')}</legend>
      {guests.length === 0 && !adding && (
        <p className={formClasses.quiet}>{say(conference ? 'book.conference.guestsHint' : 'book.guestsHint')}</p>
      )}
      {guests.length > 0 && (
        <ul className={list.list}>
          {guests.map((guest, at) => (
            <li key={`${guest.email} ${guest.name}`} className={list.row}>
              <div className={list.words}>
                <p className={list.main}>{guest.name}</p>
                <p className={list.quiet}>
                  {say(`book.relation.${guest.relation}`)} · {guest.email}
                </p>
              </div>
              <Button variant="subtle" color="gray" onClick={() => onGuests(guests.filter((_, one) => one !== at))}>
                {say('book.guest.remove')}
                <About name={guest.name} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <GuestFields
          language={language}
          conference={conference}
          onAdd={(guest) => {
            onGuests([...guests, guest]);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {!adding && guests.length < most && (
        <div>
          <Button
            variant="default"
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => setAdding(true)}
            data-action="open-guest"
          >
            {say('book.guest.open')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface GuestFieldsProps {
  conference: boolean;
  language: Locale;
  onAdd: (guest: GuestValues) => void;
  onCancel: () => void;
}

function GuestFields({ language, conference, onAdd, onCancel }: GuestFieldsProps) {
  const say = useSay();
  const form = useForm(
    {
      guestName: '',
      guestEmail: '',
      guestLanguage: language as string,
      relation: (conference ? 'specialist' : 'family') as string,
    },
    null,
  );
  const add = () => {
    if (!form.need(['guestName', 'guestEmail'])) return;
    const { guestName, guestEmail, guestLanguage, relation } = form.values;
    onAdd({
      name: guestName.trim(),
      email: guestEmail.trim(),
      language: guestLanguage as Locale,
      relation: guestRelations.find((one) => one === relation) ?? 'family',
    });
  };
  return (
    <div className={formClasses.form}>
      <div className={formClasses.pair}>
        <TextField form={form} name="guestName" label={say('form.name')} maxLength={120} />
        <TextField form={form} name="guestEmail" type="email" label={say('form.email')} maxLength={254} />
      </div>
      <div className={formClasses.pair}>
        <ChoiceField
          form={form}
          name="relation"
          label={say('book.relation')}
          options={guestRelations
            .filter((one) => conference || one !== 'specialist')
            .map((one) => ({ value: one, label: say(`book.relation.${one}`) }))}
        />
        <LanguageField form={form} name="guestLanguage" label={say('form.language')} />
      </div>
      <div className={formClasses.actions}>
        <Button variant="default" onClick={add} data-action="add-guest">
          {say('book.guest.add')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {say('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

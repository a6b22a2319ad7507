import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { localeTags, type PersonRow, type StaffRole } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useLocale } from '../locale/locale';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { hoursPath } from '../app/paths';
import { About } from '../parts/about';
import list from '../parts/list.module.css';
import { languageList } from './languages';

interface MemberProps {
  person: PersonRow;
  institutionId: string;
  mayEnd: boolean;
}

export function Member({ person, institutionId, mayEnd }: MemberProps) {
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const end = useWrite((role: StaffRole) =>
    body(
      typed.DELETE('/api/institutions/{institutionId}/people/{personId}/{role}', {
        params: { path: { institutionId, personId: person.personId, role } },
      }),
    ),
  );
  const scheduled = person.roles.some((role) => role === 'physician' || role === 'interpreter');
  return (
    <li className={list.row} data-person={person.email ?? undefined}>
      <PersonWords person={person} roles={person.roles.map((role) => say(`role.${role}`)).join(' · ')} />
      {!ending && scheduled && (
        <Button component={Link} to={hoursPath(person.personId)} variant="default" data-action="open-hours">
          {say('hours.open')}
          <About name={person.name.display} />
        </Button>
      )}
      {mayEnd && (
        <div className={list.actions}>
          {!ending && (
            <Button variant="subtle" color="gray" onClick={() => setEnding(true)}>
              {say('people.end.open')}
              <About name={person.name.display} />
            </Button>
          )}
          {ending &&
            person.roles.map((role) => (
              <Button
                key={role}
                color="red"
                loading={end.isPending}
                onClick={() => end.mutate(role)}
                data-action="end-role"
              >
                {say('people.end.role', { role: say(`role.${role}`) })}
              </Button>
            ))}
          {ending && (
            <Button variant="default" onClick={() => setEnding(false)}>
              {say('people.end.keep')}
            </Button>
          )}
        </div>
      )}
      {end.error && <Trouble error={end.error} />}
    </li>
  );
}

/** A person in a list: name, what she does here, and how mail reaches her. */
export function PersonWords({ person, roles, quiet = false }: { person: PersonRow; roles: string; quiet?: boolean }) {
  const say = useSay();
  const { locale } = useLocale();
  const spoken = languageList(person.languages, localeTags[locale]);
  return (
    <div className={list.words}>
      <p className={list.main}>
        <Name name={person.name} both />
      </p>
      <p>{[roles, spoken, person.licence].filter(Boolean).join(' · ')}</p>
      {person.email && <p className={list.quiet}>{person.email}</p>}
      {person.emailState === 'bounced' && !quiet && <p className={list.warn}>{say('people.bounced')}</p>}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeoplePage } from '@okaeri/contracts';
import { readPeople } from '../api/work';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { NotFound } from '../app/not-found';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import { Things } from '../things/things';
import { useInstitution } from './institution';
import { Invitation } from './invitation';
import { Invite } from './invite';
import { Member } from './member';

/** Who works here, who was asked to, and the form that asks. */
export default function PeopleRoute() {
  const { institutionId, choice } = useInstitution();
  const people = useQuery({
    queryKey: keys.people(institutionId ?? ''),
    queryFn: () => readPeople(institutionId ?? ''),
    enabled: Boolean(institutionId),
    refetchInterval: 20_000,
  });
  useNotices(
    institutionId ? [{ topic: 'institution', id: institutionId }] : [],
    () => void queries.invalidateQueries({ queryKey: keys.people(institutionId ?? '') }),
  );
  if (!institutionId) return <NotFound />;
  return <Loaded query={people}>{(data) => <People key={institutionId} page={data} choice={choice} />}</Loaded>;
}

function People({ page, choice }: { page: PeoplePage; choice: React.ReactNode }) {
  const say = useSay();
  const me = useMe();
  const alone = page.people.length <= 1 && page.invitations.length === 0;
  const mayInvite = page.mayInvite.length > 0;
  const [inviting, setInviting] = useState(false);
  const waiting = page.invitations.filter(({ state }) => state !== 'accepted' && state !== 'withdrawn');
  return (
    <Page title={say('people.title')} lead={page.institution.name}>
      <div data-screen="people">
        {choice}
        {!page.mailSet && <p className={card.note}>{say('people.mailUnset')}</p>}
        {inviting ? (
          <Invite page={page} onDone={() => setInviting(false)} />
        ) : (
          mayInvite &&
          !alone && (
            <Button
              size="lg"
              leftSection={<IconUserPlus size={22} aria-hidden="true" />}
              onClick={() => setInviting(true)}
              data-action="open-invite"
            >
              {say('people.invite.open')}
            </Button>
          )
        )}
        {alone && !inviting && (
          <Empty
            title={say('people.empty.title')}
            action={
              mayInvite && (
                <Button
                  size="lg"
                  leftSection={<IconUserPlus size={22} aria-hidden="true" />}
                  onClick={() => setInviting(true)}
                  data-action="open-invite"
                >
                  {say('people.invite.open')}
                </Button>
              )
            }
          >
            <p>{say('people.empty.body')}</p>
          </Empty>
        )}
        {waiting.length > 0 && (
          <section className={card.section} aria-labelledby="people-invited">
            <h2 id="people-invited" className={card.heading}>
              {say('people.invited')}
            </h2>
            <ul className={list.list}>
              {waiting.map((invitation) => (
                <Invitation key={invitation.invitationId} invitation={invitation} mayInvite={mayInvite} />
              ))}
            </ul>
          </section>
        )}
        <section className={card.section} aria-labelledby="people-here">
          <h2 id="people-here" className={card.heading}>
            {say('people.here')}
          </h2>
          <ul className={list.list}>
            {page.people.map((person) => (
              <Member
                key={person.personId}
                person={person}
                institutionId={page.institution.institutionId}
                mayEnd={page.mayEnd && person.personId !== me?.personId}
              />
            ))}
          </ul>
        </section>
        <Things things={page.things} institutionId={page.institution.institutionId} />
      </div>
    </Page>
  );
}

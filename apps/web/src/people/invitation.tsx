import { Button } from '@mantine/core';
import type { InvitationView } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { Delivery } from '../parts/delivery';
import list from '../parts/list.module.css';
import { PersonWords } from './member';

/** Somebody who was asked and has not come yet; what became of the mail. */
export function Invitation({ invitation, mayInvite }: { invitation: InvitationView; mayInvite: boolean }) {
  const say = useSay();
  const { invitationId, person, role, state, expiresWords, delivery } = invitation;
  const again = useWrite((_: null, key) => {
    const params = { path: { invitationId }, header: keyed(key) };
    return body(typed.POST('/api/invitations/{invitationId}/again', { params }));
  });
  const withdraw = useWrite(() =>
    body(typed.DELETE('/api/invitations/{invitationId}', { params: { path: { invitationId } } })),
  );
  const name = person.name.display;
  return (
    <li className={list.row} data-invitation={person.email ?? undefined} data-state={state}>
      <div className={list.words}>
        <PersonWords person={person} roles={say(`role.${role}`)} quiet={delivery !== null} />
        <p className={list.quiet}>
          {state === 'expired'
            ? say('people.invitation.expired')
            : say('people.invitation.open', { until: expiresWords })}
        </p>
        {delivery && <Delivery delivery={delivery} />}
        {again.isSuccess && <p role="status">{say('people.invitation.resent')}</p>}
      </div>
      {mayInvite && (
        <div className={list.actions}>
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate(null)} data-action="again">
            {say('people.invitation.resend')}
            <About name={name} />
          </Button>
          <Button
            variant="subtle"
            color="gray"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(undefined)}
            data-action="withdraw"
          >
            {say('people.invitation.withdraw')}
            <About name={name} />
          </Button>
        </div>
      )}
      {(again.error ?? withdraw.error) && <Trouble error={again.error ?? withdraw.error} />}
    </li>
  );
}

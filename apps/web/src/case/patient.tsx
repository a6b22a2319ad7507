import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { localeNames, localeTags, type CasePage } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Delivery } from '../parts/delivery';
import classes from './case.module.css';
import { MendPatient } from './mend-patient';

/** Who she is, what time it is where she lives, and whether mail reaches her. */
export function Patient({ page }: { page: CasePage }) {
  const say = useSay();
  const [mending, setMending] = useState(false);
  const { patient, invitation, mayBook } = page;
  const { contact, now } = patient;
  const invite = useWrite((_: null, key) => {
    const params = { path: { personId: patient.personId }, header: keyed(key) };
    return body(typed.POST('/api/patients/{personId}/invite', { params }));
  });
  const open = invitation && invitation.state !== 'accepted' && invitation.state !== 'withdrawn';
  const mayInvite = mayBook && contact?.email && (open || !invitation);
  return (
    <section className={card.card} aria-labelledby="case-patient">
      <h2 id="case-patient" className={card.heading}>
        {say('case.patient')}
      </h2>
      <div className={classes.clock}>
        <p className={classes.time}>{now.time}</p>
        <p className={classes.quiet}>{say('case.now', { place: patient.place, date: now.date })}</p>
      </div>
      <dl className={classes.facts}>
        {patient.birthWords && <Fact label={say('form.birthDate')} value={patient.birthWords} />}
        <Fact
          label={say('form.language')}
          value={<span lang={localeTags[patient.language]}>{localeNames[patient.language]}</span>}
        />
        {contact && <Fact label={say('form.phone')} value={contact.phone ?? '–'} />}
        {contact && <Fact label={say('form.email')} value={contact.email ?? say('case.noEmail')} />}
      </dl>
      {contact?.emailState === 'bounced' && <p className={classes.bad}>{say('people.bounced')}</p>}
      {!page.mailSet && mayBook && <p className={card.note}>{say('case.mailUnset')}</p>}
      {open && (
        <div className={classes.invitation}>
          <p>
            {invitation.state === 'expired'
              ? say('people.invitation.expired')
              : say('case.invited', { until: invitation.expiresWords })}
          </p>
          {invitation.delivery && <Delivery delivery={invitation.delivery} />}
        </div>
      )}
      {invite.isSuccess && <p role="status">{say('people.invitation.resent')}</p>}
      {invite.error && <Trouble error={invite.error} />}
      {mayBook && (
        <div className={classes.actions}>
          {mayInvite && (
            <Button
              variant="default"
              loading={invite.isPending}
              onClick={() => invite.mutate(null)}
              data-action="invite-again"
            >
              {say(open ? 'people.invitation.resend' : 'case.invite')}
            </Button>
          )}
          {patient.details && (
            <Button
              variant="subtle"
              leftSection={<IconPencil size={20} aria-hidden="true" />}
              onClick={() => setMending(true)}
              data-action="mend-address"
            >
              {say('case.mend.open')}
            </Button>
          )}
        </div>
      )}
      {mending && patient.details && <MendPatient details={patient.details} onClose={() => setMending(false)} />}
    </section>
  );
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

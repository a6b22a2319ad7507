import type { SettingsPage } from '@okaeri/contracts';
import { TickField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import type { Form, Values } from '../forms/use-form';
import { useSay } from '../locale/say';

// As an interface it would not be known to hold nothing else.
export type WayValues = { byEmail: boolean; bySms: boolean; inApp: boolean };

/** By which ways she is told. Notifications are chosen where they are allowed: on each device of hers. */
export function Ways<V extends WayValues & Values>({ form, settings }: { form: Form<V>; settings: SettingsPage }) {
  const say = useSay();
  const { email, phone, phoneState, offered } = settings;
  const any = form as unknown as Form<WayValues>;
  const toPhone = phone
    ? say(phoneState === 'refused' ? 'reach.smsRefused' : 'reach.smsTo', { phone })
    : say('reach.smsNone');
  return (
    <fieldset className={formClasses.group} data-ways>
      <legend className={formClasses.legend}>{say('reach.title')}</legend>
      <TickField form={any} name="byEmail" label={say('reach.way.email')} hint={email ?? say('settings.noMail')} />
      {offered.includes('sms') && <TickField form={any} name="bySms" label={say('reach.way.sms')} hint={toPhone} />}
      <TickField form={any} name="inApp" label={say('reach.way.app')} hint={say('reach.appHint')} />
      <p className={formClasses.quiet}>{say('reach.note')}</p>
    </fieldset>
  );
}

/** As they are kept. One that this house does not have, or that is chosen elsewhere, stays as it was. */
export function chosenWays(
  { byEmail, bySms, inApp }: WayValues,
  before: SettingsPage['channels'],
): SettingsPage['channels'] {
  return [
    ...(byEmail ? (['email'] as const) : []),
    ...(bySms ? (['sms'] as const) : []),
    ...(before.includes('push') ? (['push'] as const) : []),
    ...(inApp ? (['app'] as const) : []),
  ];
}

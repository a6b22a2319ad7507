import { channels } from '@okaeri/contracts';
import type { SettingsPage } from '@okaeri/contracts';
import { vapidOf } from '@okaeri/notify';
import { houseOf } from '@okaeri/platform';
import type { ApiEnv } from '../env';

export type Ways = Pick<SettingsPage, 'offered' | 'pushKey'>;

/** By which ways this house can tell people, and the key by which their browsers know it. */
export function waysOf(env: ApiEnv): Ways {
  const { OKAERI_DEMO, SMS_URL, HOUSE_SECRET, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, MAIL_FROM } = env;
  const vapid = vapidOf({
    publicKey: VAPID_PUBLIC_KEY,
    privateKey: VAPID_PRIVATE_KEY,
    house: HOUSE_SECRET ? houseOf(HOUSE_SECRET) : null,
    mailFrom: MAIL_FROM,
  });
  const without = [...(OKAERI_DEMO || SMS_URL ? [] : ['sms']), ...(vapid ? [] : ['push'])];
  return { offered: channels.filter((channel) => !without.includes(channel)), pushKey: vapid?.publicKey ?? null };
}

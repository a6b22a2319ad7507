import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { now } from '@okaeri/words/time';
import { plant } from '../support/canaries';
import type { SunkMail } from '../support/mail-sink';
import { Reader, inviteByCommand, linkOf } from './people';
import type { Place } from './place';

const zone = 'Asia/Tokyo';

/** What happens to a link before its reader presses it. */
export type BeforeUse = (link: string) => Promise<void>;

/**
 * A small hospital for journeys that are about its doors: everybody comes in by her own mail and a browser of her own;
 * what lies between is asked of the server by their sessions, for other journeys fill in its forms.
 */
export class DoorWorld {
  institutionId = '';
  episodeId = '';
  constructor(
    readonly place: Place,
    private readonly browser: Browser,
    /** Of everybody's address. */
    private readonly domain: string,
    private readonly beforeUse: BeforeUse = () => Promise.resolve(),
  ) {}

  addressOf(who: string): string {
    return `${who}@${this.domain}`;
  }

  arrive(address: string, at: { zone?: string; width?: number } = {}): Promise<Reader> {
    const of = { origin: this.place.origin(), sink: this.place.sink() };
    return Reader.arrive(this.browser, { ...of, locale: 'en', zone, ...at }, address);
  }

  /** The link of a mail, after everything that may happen to it on its way. */
  async linkFor(address: string, kind: NonNullable<SunkMail['kind']>, after = 0): Promise<string> {
    const link = plant('link', linkOf(await this.place.sink().mailTo(address, kind, { after, withinMs: 20_000 })));
    await this.beforeUse(link);
    return link;
  }

  async steward(): Promise<Reader> {
    const steward = await this.arrive(this.addressOf('steward'));
    const { databaseUrl, origin } = this.place;
    const link = plant('link', await inviteByCommand(databaseUrl(), origin(), [steward.address]));
    await this.beforeUse(link);
    await steward.comeInBy(link);
    await steward.welcome('Steward', 'Steward');
    await steward.screen('set-up');
    const hospital = { name: 'Osaka Bay Hospital', city: 'Osaka', country: 'JP', zone, phone: '+81 6-0000-0100' };
    ({ institutionId: this.institutionId } = await send<{ institutionId: string }>(steward, 'institutions', hospital));
    return steward;
  }

  async staff(steward: Reader, role: string, name: string): Promise<{ reader: Reader; personId: string }> {
    const { institutionId } = this;
    const email = this.addressOf(role);
    const form = { institutionId, role, email, name, nameLatin: name, language: 'en', zone };
    const { personId } = await send<{ personId: string }>(steward, 'invitations', form);
    const reader = await this.arrive(email);
    await reader.comeInBy(await this.linkFor(email, 'invitation'));
    await reader.welcome(name, name);
    return { reader, personId };
  }

  /** She is written to at once. */
  async registerPatient(coordinator: Reader, email: string, physicianId: string): Promise<void> {
    const patient = {
      ...{ name: 'Emma Turner', nameLatin: 'Emma Turner', birthDate: '1958-03-14', place: 'Toronto', country: 'CA' },
      ...{ zone: 'America/Toronto', language: 'en', email, phone: '+1 416-555-0142', invite: true },
    };
    const episode = { institutionId: this.institutionId, title: 'Proton therapy', team: [physicianId] };
    ({ episodeId: this.episodeId } = await send<{ episodeId: string }>(coordinator, 'patients', {
      ...patient,
      episode,
    }));
  }

  /** In so many minutes; the door opens half an hour before. */
  async book(coordinator: Reader, physicianId: string, inMinutes: number, guests: object[] = []): Promise<string> {
    const { visitId } = await send<{ visitId: string }>(coordinator, 'visits', {
      ...{ episodeId: this.episodeId, minutes: 30, ...wallIn(inMinutes) },
      ...{ physicianId, interpreter: null, guests },
    });
    return visitId;
  }

  /** As it stands now, for a reason. */
  async move(coordinator: Reader, visitId: string, inMinutes: number): Promise<void> {
    const rows = await this.place.query<{ version: number }>('select version from visit where id = $1', [visitId]);
    const reason = 'The operation of this morning takes longer.';
    await send(coordinator, `visits/${visitId}/move`, { ...wallIn(inMinutes), reason, version: rows[0]?.version });
  }
}

/** A time from now on the hospital's clock, as its forms send it. */
function wallIn(minutes: number) {
  const at = now().add({ minutes }).toZonedDateTimeISO(zone).round('minute');
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return { date: at.toPlainDate().toString(), time, zone };
}

/** As her page would: from her browser, with her session. */
async function send<Answer>(reader: Reader, path: string, body: object): Promise<Answer> {
  const told = await reader.page.evaluate(
    async ({ path: to, body: json, key }) => {
      const answer = await fetch(`/api/${to}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(json),
      });
      return { status: answer.status, text: await answer.text() };
    },
    { path, body, key: randomUUID() },
  );
  if (told.status >= 300) throw new Error(`${path} answered ${told.status}: ${told.text}`);
  return JSON.parse(told.text) as Answer;
}

import { localized } from '@okaeri/access';
import { readOffers } from '@okaeri/care';
import type { Offer } from '@okaeri/care';
import type { AskView, JobsPage, MyVisitsPage, PageQuery } from '@okaeri/contracts';
import { doorClosesMinutes } from '@okaeri/contracts';
import { pieceOf, readTimeCursor } from '@okaeri/platform';
import { signedIn } from '@okaeri/records';
import { say } from '@okaeri/words';
import { momentWords, toInstant, toIso, whenWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { listVisits } from './lists';
import type { Listed } from './lists';
import { clockOf } from './reader';
import type { Reader } from './reader';

const cursor = ({ record: { visit } }: Listed) => ({ value: toIso(visit.startsAt), id: visit.id });
/** The longest visit there can be, and the time its door stays open. */
const longestHours = 24 + doorClosesMinutes / 60;

/** The visits that an interpreter is asked for, from now on. */
export async function jobsPage(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
): Promise<{ page: JobsPage; listed: readonly Listed[]; offers: readonly Offer[] }> {
  const place = readTimeCursor(after);
  const listed = await listVisits(em, reader, {
    from: reader.now.subtract({ hours: longestHours }),
    role: 'interpreter',
    open: true,
    ...(place ? { after: { startsAt: toInstant(place.value), id: place.id } } : {}),
    most: limit + 1,
  });
  const { rows, next } = pieceOf(listed, limit, cursor);
  const items = rows
    .filter(({ card }) => card.door !== 'over')
    .map(({ record, card }) => ({
      ...card,
      interprets: record.seats.find(({ personId }) => personId === reader.personId)?.interprets ?? null,
    }));
  const offers = place ? [] : await readOffers(em, reader.personId);
  const page = { now: clockOf(reader), offers: offers.map((offer) => offerOf(offer, reader)), items, next };
  return { page, listed: rows, offers };
}

/** Of whom she would interpret for it says nothing: the clocks are hers and the hospital's. */
function offerOf(offer: Offer, reader: Reader): AskView {
  const {
    askId,
    visitId,
    seriesId,
    languages,
    minutes,
    startsAt,
    answerBy,
    institution,
    city,
    institutionZone: zone,
  } = offer;
  const other = zone === reader.zone ? {} : { other: { zone, place: localized(city, reader.locale) } };
  return {
    ...{ askId, visitId, seriesId, languages, minutes },
    when: whenWords({ startsAt, minutes, reader, now: reader.now, ...other }),
    answerByWords: say(reader.locale, 'ready.due', { moment: momentWords({ ...reader, instant: answerBy }) }),
    institution: localized(institution, reader.locale),
  };
}

/** A patient's visits, the newest first. */
export async function myVisitsPage(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
): Promise<MyVisitsPage> {
  const place = readTimeCursor(after);
  const listed = await listVisits(em, reader, {
    backwards: true,
    ...(place ? { after: { startsAt: toInstant(place.value), id: place.id } } : {}),
    most: limit + 1,
  });
  const { rows, next } = pieceOf(listed, limit, cursor);
  const signed = await signedIn(
    em,
    rows.map(({ record }) => record.visit.id),
  );
  return { items: rows.map(({ record, card }) => ({ ...card, noteSigned: signed.has(record.visit.id) })), next };
}

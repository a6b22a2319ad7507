import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { BookingPage, FoundSlot } from '@okaeri/contracts';
import { Page } from '../app/page';
import { bookPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { useForm } from '../forms/use-form';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import columns from '../parts/columns.module.css';
import { Empty } from '../parts/empty';
import { Booked } from './booked';
import { isoOf, msOfIso } from './moments';
import { Moment } from './moment';
import { MoveMoment } from './move-moment';
import classes from './schedule.module.css';
import { SlotList } from './slot-list';
import { Strips } from './strips';
import { useHeld } from './use-held';
import { useSlots } from './use-schedule';
import { askedFor, firstAsked, neededFor, startOf, thingsFor } from './values';
import { WantedFields } from './wanted-fields';

type Day = { date: string } | { at: string };

/**
 * Times that suit everybody, the best first; beside them the day of each person, and the one time that is taken for a new
 * visit, or to which one is moved.
 */
export function Schedule({ page }: { page: BookingPage }) {
  const say = useSay();
  const { episodeId, patient } = page;
  const { move } = page;
  const form = useForm(startOf(page), `schedule.${move?.visitId ?? episodeId}`);
  const wanted = form.values;
  const holding = useHeld(episodeId, move ? null : page.hold);
  const { held } = holding;
  const { fill } = form;
  const before = held?.visitId === page.hold?.visitId ? page.hold : null;
  useEffect(() => {
    // What was held before the page was loaded anew is for this physician and of this length, whatever was typed since.
    if (before)
      fill({
        ...{ physicianId: before.physicianId, minutes: String(before.minutes), things: before.thingIds.join(' ') },
      });
  }, [before, fill]);
  const [bookedId, setBookedId] = useState<string | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const [day, setDay] = useState<Day | null>(null);
  const besides = move?.visitId ?? held?.visitId ?? null;
  const slots = useSlots(page, wanted, besides);
  // Where it is now, it need not be put.
  const found = (slots.data?.slots ?? []).filter(({ startsAt }) => startsAt !== move?.when.startsAt);
  const chosen = picked ?? held?.ms ?? (found[0] ? msOfIso(found[0].startsAt) : null);
  const slot = found.find(({ startsAt }) => msOfIso(startsAt) === chosen);
  const asked = askedFor(page, wanted);
  const first = firstAsked(asked, slot);
  const minutes = Number(wanted.minutes);
  const thingIds = thingsFor(page, wanted);
  const time = chosen === null ? null : { ms: chosen, minutes, physicianId: wanted.physicianId, thingIds };
  const shownDay = day ?? (chosen === null ? null : { at: isoOf(chosen) });
  const people = [...neededFor(page, wanted), ...(first ? [first] : [])];

  const anew = () => {
    setPicked(null);
    setDay(null);
  };
  const pick = (one: FoundSlot) => {
    holding.clear();
    setPicked(msOfIso(one.startsAt));
    setDay({ at: one.startsAt });
  };
  const choose = (ms: number) => {
    holding.clear();
    setPicked(ms);
  };
  const take = (ms: number) => {
    setPicked(ms);
    const taken = { ms, minutes, physicianId: wanted.physicianId, thingIds };
    holding.take(taken, first ? [first] : [], say('schedule.renewReason'));
  };
  if (bookedId) {
    return (
      <Booked
        episodeId={episodeId}
        visitId={bookedId}
        patient={patient.name}
        onMore={() => {
          setBookedId(null);
          anew();
        }}
      />
    );
  }
  return (
    <Page
      title={say(move ? 'book.move.title' : 'schedule.title')}
      lead={
        <>
          <Name name={patient.name} both /> · {page.title}
        </>
      }
      wide
    >
      <div data-screen="schedule" className={classes.page} data-found={slots.isSuccess ? found.length : undefined}>
        {move && (
          <p className={classes.old} data-when>
            {say('book.move.old', { when: move.when.sentence })}
          </p>
        )}
        <WantedFields form={form} page={page} fixed={held !== null} onChange={anew} />
        <p className={classes.byHand}>
          <Link to={bookPath(episodeId, move?.visitId)} className={classes.link} data-action="book">
            {say(move ? 'schedule.moveByHand' : 'schedule.byHand')}
          </Link>
        </p>
        {slots.error && <Trouble error={slots.error} again={() => void slots.refetch()} />}
        <div className={classes.columns}>
          <section aria-labelledby="schedule-times" className={classes.list}>
            <h2 id="schedule-times" className={classes.heading}>
              {say('schedule.times')}
            </h2>
            {slots.data && found.length === 0 && (
              <Empty title={say('schedule.none.title')}>
                <p>{say('schedule.none.body')}</p>
              </Empty>
            )}
            <SlotList
              answer={slots.data && { ...slots.data, slots: found }}
              page={page}
              chosen={chosen}
              onPick={pick}
            />
          </section>
          <div className={columns.side}>
            {time && move && <MoveMoment page={{ ...page, move }} time={time} onTake={choose} />}
            {time && !move && (
              <Moment
                page={page}
                time={time}
                asked={asked}
                first={first}
                holding={holding}
                onTake={take}
                onBooked={(visitId) => {
                  holding.forget();
                  form.done();
                  setBookedId(visitId);
                }}
              />
            )}
            {shownDay && people.every(Boolean) && (
              <Strips
                episodeId={episodeId}
                asked={{ personIds: people, thingIds, minutes, besides, day: shownDay }}
                chosen={chosen}
                held={held?.ms ?? null}
                onChoose={choose}
                onTake={move ? null : take}
                onDay={(date) => setDay({ date })}
              />
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}

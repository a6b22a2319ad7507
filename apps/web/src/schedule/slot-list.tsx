import { IconAlertTriangle, IconMoon, IconSunrise, IconSunset2 } from '@tabler/icons-react';
import type { BookingPage, FoundSlot, Mood, SlotsAnswer } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import { msOfIso } from './moments';
import classes from './schedule.module.css';

const icons = { early: IconSunrise, late: IconSunset2, night: IconMoon };

interface SlotListProps {
  answer: SlotsAnswer | undefined;
  page: BookingPage;
  chosen: number | null;
  onPick: (slot: FoundSlot) => void;
}

/** The best times first, each with why, on the clocks and calendars of both sides. */
export function SlotList({ answer, page, chosen, onPick }: SlotListProps) {
  const say = useSay();
  const nameOf = (id: string): string =>
    [page.patient, ...page.physicians, ...page.interpreters].find(({ personId }) => personId === id)?.name.display ??
    '';
  if (!answer) return null;
  return (
    <>
      {answer.stale.map(({ personId, name, sinceWords }) => (
        <p key={personId} className={classes.warn}>
          <IconAlertTriangle size={20} aria-hidden="true" />
          {say('schedule.stale', { name: name.display, since: sinceWords })}
        </p>
      ))}
      <ol className={classes.slots}>
        {answer.slots.map((slot) => {
          const at = msOfIso(slot.startsAt);
          return (
            <li key={slot.startsAt}>
              <button
                type="button"
                className={classes.slot}
                aria-pressed={at === chosen}
                onClick={() => onPick(slot)}
                data-slot={slot.startsAt}
              >
                <span className={classes.faces}>
                  {[slot.when.yours, slot.when.theirs].map(
                    (clock) =>
                      clock && (
                        <span key={clock.zone} className={classes.face}>
                          <span className={classes.time}>{clock.time}</span>
                          <span>{clock.date}</span>
                          <span className={classes.quiet}>{clock.place}</span>
                        </span>
                      ),
                  )}
                </span>
                <span className={classes.why}>{slot.reason}</span>
                {slot.clocks
                  .filter(({ mood }) => mood !== 'good')
                  .map(({ personId, mood }) => (
                    <MoodOf key={personId} mood={mood} name={nameOf(personId)} />
                  ))}
              </button>
            </li>
          );
        })}
      </ol>
      {answer.assumed.length > 0 && answer.slots.length > 0 && (
        <p className={classes.assumed}>
          {say('schedule.assumed', { names: answer.assumed.map(nameOf).filter(Boolean).join(', ') })}
        </p>
      )}
    </>
  );
}

function MoodOf({ mood, name }: { mood: Mood; name: string }) {
  const say = useSay();
  if (mood === 'good') return null;
  const Icon = icons[mood];
  return (
    <span className={classes.mood} data-mood={mood}>
      <Icon size={18} aria-hidden="true" />
      {say(`schedule.mood.${mood}`, { name })}
    </span>
  );
}

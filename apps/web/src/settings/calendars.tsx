import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CalendarLeaving, CalendarLinkView, CalendarsPage } from '@okaeri/contracts';
import { keys, queries } from '../api/queries';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import { Feed } from './feed';
import { NewCalendar } from './new-calendar';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';

/** What is taken out of a calendar is followed while she looks. */
const lookAgainMs = 5000;
const isLeaving = ({ leaving }: CalendarLinkView) => leaving === 'under_way';

/** Calendars that she keeps elsewhere: when she is busy there, nobody looks for a visit; and her visits in one of them. */
export function Calendars() {
  const { data } = useQuery({
    queryKey: keys.calendars,
    queryFn: () => body(typed.GET('/api/pages/calendars')),
    refetchInterval: ({ state }) => (state.data?.links.some(isLeaving) ? lookAgainMs : false),
  });
  if (!data) return null;
  return (
    <>
      {data.may && <Elsewhere links={data.links} />}
      <Feed feed={data.feed} />
    </>
  );
}

function Elsewhere({ links }: { links: CalendarsPage['links'] }) {
  const say = useSay();
  return (
    <section className={card.section} aria-labelledby="calendars">
      <h2 id="calendars" className={card.heading}>
        {say('told.calendars.title')}
      </h2>
      <p className={formClasses.quiet}>{say('told.calendars.body')}</p>
      {links.length > 0 && (
        <ul className={list.list}>
          {links.map((link) => (
            <Calendar key={link.linkId} link={link} />
          ))}
        </ul>
      )}
      <NewCalendar />
    </section>
  );
}

function Calendar({ link }: { link: CalendarLinkView }) {
  const say = useSay();
  const { linkId, kind, host, state, readWords, problem, ignored, writes, removed, leaving } = link;
  const at = { params: { path: { linkId } } };
  const again = useWrite(() => body(typed.POST('/api/me/calendars/{linkId}/read', at)));
  const write = useWrite((wanted: boolean) =>
    body(typed.PUT('/api/me/calendars/{linkId}/writes', { ...at, body: { writes: wanted } })),
  );
  const remove = useWrite(() => body(typed.DELETE('/api/me/calendars/{linkId}', at)));
  const keep = { onSuccess: (page: CalendarsPage) => queries.setQueryData(keys.calendars, page) };
  const late = state === 'stale' || state === 'refused';
  const trouble = again.error ?? write.error ?? remove.error;
  return (
    <li
      className={list.row}
      data-calendar={removed ? 'removed' : state}
      data-writes={writes}
      data-leaving={leaving ?? 'no'}
    >
      <div className={list.words}>
        <p className={list.main}>{host}</p>
        {!removed && <p className={late ? list.warn : list.quiet}>{readWords}</p>}
        {writes && !problem && <p className={list.quiet}>{say('told.calendars.written')}</p>}
        <p role="status" className={leaving === 'gave_up' ? list.warn : list.quiet}>
          {leaving && say(leavingWords(leaving, removed))}
        </p>
        {problem && <p>{problem}</p>}
        {ignored.length > 0 && !removed && (
          <>
            <p>{say('told.calendars.ignored')}</p>
            <ul>
              {ignored.map(({ why, words }) => (
                <li key={why}>{words}</li>
              ))}
            </ul>
          </>
        )}
        {trouble && <Trouble error={trouble} />}
      </div>
      <div className={list.actions}>
        {!removed && (
          <Deed
            name="read-calendar"
            words={say('told.calendars.again')}
            host={host}
            loading={again.isPending}
            on={() => again.mutate(undefined, keep)}
          />
        )}
        {!removed && kind === 'caldav' && (
          <Deed
            name={writes ? 'stop-writing' : 'write-calendar'}
            words={say(writes ? 'told.calendars.stop' : 'told.calendars.writes')}
            host={host}
            loading={write.isPending}
            on={() => write.mutate(!writes, keep)}
          />
        )}
        {(!removed || leaving === 'gave_up') && (
          <Deed
            name="remove-calendar"
            words={say('told.calendars.remove')}
            host={host}
            loading={remove.isPending}
            on={() => remove.mutate(undefined)}
          />
        )}
      </div>
    </li>
  );
}

const leavingWords = (leaving: CalendarLeaving, removed: boolean) =>
  leaving === 'gave_up' ? 'told.calendars.left' : removed ? 'told.calendars.leavingRemoved' : 'told.calendars.leaving';

interface DeedProps {
  name: string;
  words: string;
  /** Whose it is, for who hears the page. */
  host: string;
  loading: boolean;
  on: () => void;
}

const Deed = ({ name, words, host, loading, on }: DeedProps) => (
  <Button variant="default" loading={loading} onClick={on} data-action={name}>
    {words}
    <About name={host} />
  </Button>
);

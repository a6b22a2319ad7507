import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CalendarLinkView, CalendarsPage } from '@okaeri/contracts';
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

/** Calendars that she keeps elsewhere: when she is busy there, nobody looks for a visit; and her visits in one of them. */
export function Calendars() {
  const { data } = useQuery({ queryKey: keys.calendars, queryFn: () => body(typed.GET('/api/pages/calendars')) });
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
  const { linkId, host, state, readWords, problem, ignored, writes } = link;
  const at = { params: { path: { linkId } } };
  const again = useWrite(() => body(typed.POST('/api/me/calendars/{linkId}/read', at)));
  const remove = useWrite(() => body(typed.DELETE('/api/me/calendars/{linkId}', at)));
  const late = state === 'stale' || state === 'refused';
  return (
    <li className={list.row} data-calendar={state} data-writes={writes}>
      <div className={list.words}>
        <p className={list.main}>{host}</p>
        <p className={late ? list.warn : list.quiet}>{readWords}</p>
        {writes && !problem && <p className={list.quiet}>{say('told.calendars.written')}</p>}
        {problem && <p>{problem}</p>}
        {ignored.length > 0 && (
          <>
            <p>{say('told.calendars.ignored')}</p>
            <ul>
              {ignored.map(({ why, words }) => (
                <li key={why}>{words}</li>
              ))}
            </ul>
          </>
        )}
        {(again.error ?? remove.error) && <Trouble error={again.error ?? remove.error} />}
      </div>
      <div className={list.actions}>
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate(undefined, { onSuccess: (page) => queries.setQueryData(keys.calendars, page) })}
          data-action="read-calendar"
        >
          {say('told.calendars.again')}
          <About name={host} />
        </Button>
        <Button
          variant="default"
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined)}
          data-action="remove-calendar"
        >
          {say('told.calendars.remove')}
          <About name={host} />
        </Button>
      </div>
    </li>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { pushState, startPush, stopPush } from '../api/push';
import { queries } from '../api/queries';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';

const key = ['push'];

/** Whether this browser shows what she is told: her browser knows it, so it is asked there. */
export function ThisBrowser({ pushKey }: { pushKey: string | null }) {
  const say = useSay();
  const state = useQuery({ queryKey: key, queryFn: pushState }).data;
  const keep = { onSuccess: (next: typeof state) => queries.setQueryData(key, next) };
  const start = useMutation({ mutationFn: startPush, ...keep });
  const stop = useMutation({ mutationFn: stopPush, ...keep });
  if (pushKey === null || state === undefined) return null;
  return (
    <section className={card.section} aria-labelledby="this-browser" data-push={state}>
      <h2 id="this-browser" className={card.heading}>
        {say('reach.push.title')}
      </h2>
      <p className={formClasses.quiet}>{say('reach.push.body')}</p>
      <p role="status">
        {start.isError || stop.isError ? say('reach.push.failed') : state === 'off' ? '' : say(`reach.push.${state}`)}
      </p>
      {state === 'off' && (
        <Button
          variant="default"
          loading={start.isPending}
          onClick={() => start.mutate(pushKey)}
          data-action="allow-push"
        >
          {say('reach.push.allow')}
        </Button>
      )}
      {state === 'on' && (
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()} data-action="stop-push">
          {say('reach.push.stop')}
        </Button>
      )}
    </section>
  );
}

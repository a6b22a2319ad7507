import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReadyVisit, TaskAct } from '@okaeri/contracts';
import { casePath, paths, schedulePath, threadPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { AskDialog } from '../parts/ask-dialog';
import { About } from '../parts/about';
import { useTaskDone } from '../parts/task-done';

type Next = { words: string; act: TaskAct; taskId: string | null };

/** Where the next step is taken, unless it is taken here. */
const places: Record<Exclude<TaskAct, 'ask' | 'done'>, (visit: ReadyVisit) => string> = {
  move: ({ episodeId, visitId }) => schedulePath(episodeId, visitId),
  write: ({ episodeId }) => threadPath(episodeId),
  address: ({ episodeId }) => casePath(episodeId),
  decide: () => paths.clocks,
};

/** The one next thing to do, as a button. */
export function Act({ visit, next }: { visit: ReadyVisit; next: Next }) {
  const [asking, setAsking] = useState(false);
  const done = useTaskDone();
  const about = <About name={visit.patient.display} />;
  if (next.act === 'done') {
    return (
      <>
        <Button
          loading={done.isPending}
          disabled={next.taskId === null}
          onClick={() => next.taskId && done.mutate(next.taskId)}
          data-action="do-done"
        >
          {next.words}
          {about}
        </Button>
        {done.error && <Trouble error={done.error} />}
      </>
    );
  }
  if (next.act === 'ask') {
    return (
      <>
        <Button onClick={() => setAsking(true)} data-action="do-ask">
          {next.words}
          {about}
        </Button>
        {asking && <AskDialog visit={visit} onClose={() => setAsking(false)} />}
      </>
    );
  }
  return (
    <Button component={Link} to={places[next.act](visit)} data-action={`do-${next.act}`}>
      {next.words}
      {about}
    </Button>
  );
}

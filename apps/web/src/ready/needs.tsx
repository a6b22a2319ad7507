import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaskView } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { useTaskDone } from '../parts/task-done';
import classes from './ready.module.css';
import { WaiveDialog } from './waive-dialog';

const icons = { open: IconCircle, done: IconCircleCheck, waived: IconCircleMinus, gone: IconCircleMinus };

/** All that the visit needs: done, open, late, and by whom; what is this reader's to tick is ticked here. */
export function Needs({ tasks }: { tasks: readonly TaskView[] }) {
  return (
    <ul className={classes.tasks}>
      {tasks.map((task) => (
        <Need key={task.taskId} task={task} />
      ))}
    </ul>
  );
}

function Need({ task }: { task: TaskView }) {
  const say = useSay();
  const [waiving, setWaiving] = useState(false);
  const done = useTaskDone();
  const { state, late } = task;
  const Icon = late ? IconAlertTriangle : icons[state];
  return (
    <li className={classes.task} data-task={task.kind} data-state={state} data-late={late || undefined}>
      <Icon size={22} aria-hidden="true" />
      <div>
        <p className={classes.said}>
          {task.words}
          <span className={classes.unseen}> {say(`readiness.state.${late ? 'late' : state}`)}</span>
        </p>
        {task.note && <p className={classes.quiet}>{task.note}</p>}
        <p className={classes.quiet}>{task.doneWords ?? `${task.ownerWords} · ${task.dueWords}`}</p>
        {done.error && <Trouble error={done.error} />}
        {state === 'open' && (
          <div className={classes.taskActions}>
            {task.act === 'done' && (
              <Button
                variant="default"
                loading={done.isPending}
                onClick={() => done.mutate(task.taskId)}
                data-action="task-done"
              >
                {say('readiness.done')}
                <About name={task.words} />
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={() => setWaiving(true)} data-action="task-waive">
              {say('readiness.waive')}
              <About name={task.words} />
            </Button>
          </div>
        )}
        {waiving && <WaiveDialog task={task} onClose={() => setWaiving(false)} />}
      </div>
    </li>
  );
}

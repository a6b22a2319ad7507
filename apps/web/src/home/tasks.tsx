import { Button } from '@mantine/core';
import {
  IconCalendarCheck,
  IconCalendarPlus,
  IconCheckbox,
  IconChevronRight,
  IconFileText,
  IconMessage,
  IconVideo,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import type { HomePage, HomeTask } from '@okaeri/contracts';
import { getReadyPath, notePath, threadPath, timesPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import { useTaskDone } from '../parts/task-done';
import classes from './home.module.css';

const icons = {
  confirm: IconCalendarCheck,
  test_device: IconVideo,
  read_note: IconFileText,
  read_message: IconMessage,
};

/** What is hers to do, the first step first. What the large card asks by its button is not said twice. */
export function Tasks({ home }: { home: HomePage }) {
  const say = useSay();
  const tasks = home.tasks.filter(({ task, visitId }) => task !== 'confirm' || visitId !== home.next?.visitId);
  if (tasks.length === 0 && home.todos.length === 0 && home.mayChoose.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby="home-tasks" data-screen="home-tasks">
      <h2 id="home-tasks" className={card.heading}>
        {say('home.tasks')}
      </h2>
      <ol className={card.rows}>
        {tasks.map((each, at) => (
          <Task key={`${each.task} ${each.visitId ?? each.episodeId}`} each={each} first={at === 0 && !home.next} />
        ))}
        {home.mayChoose.map(({ episodeId, title }) => (
          <li key={episodeId}>
            <Link to={timesPath(episodeId)} className={classes.row} data-link data-action="choose-time">
              <IconCalendarPlus size={24} aria-hidden="true" className={classes.sign} />
              <span className={classes.rowWords}>
                <span className={classes.rowWhen}>{say('times.title')}</span>
                <span className={classes.rowAbout}>{title}</span>
              </span>
              <IconChevronRight size={22} aria-hidden="true" />
            </Link>
          </li>
        ))}
        {home.todos.map((todo) => (
          <Todo key={todo.taskId} todo={todo} />
        ))}
      </ol>
    </section>
  );
}

/** What somebody has written down for her; she says that it is done. */
function Todo({ todo }: { todo: HomePage['todos'][number] }) {
  const say = useSay();
  const done = useTaskDone();
  return (
    <li className={classes.row} data-todo={todo.taskId}>
      <IconCheckbox size={24} aria-hidden="true" className={classes.sign} />
      <div className={classes.rowWords}>
        <span className={classes.rowWhen}>{todo.words}</span>
        {todo.note && <span className={classes.rowAbout}>{todo.note}</span>}
        <span className={classes.rowAbout}>{todo.dueWords}</span>
        {done.error && <Trouble error={done.error} />}
      </div>
      <Button
        variant="default"
        loading={done.isPending}
        onClick={() => done.mutate(todo.taskId)}
        data-action="todo-done"
      >
        {say('readiness.isDone')}
        <About name={todo.words} />
      </Button>
    </li>
  );
}

function Task({ each, first }: { each: HomeTask; first: boolean }) {
  const say = useSay();
  const Icon = icons[each.task];
  return (
    <li>
      <Link
        to={pathOf(each)}
        className={classes.row}
        data-link
        data-first-step={first || undefined}
        data-action={`task-${each.task}`}
      >
        <Icon size={24} aria-hidden="true" className={classes.sign} />
        <span className={classes.rowWords}>
          <span className={classes.rowWhen}>{say(`home.task.${each.task}`)}</span>
          <span className={classes.rowAbout}>{each.about}</span>
        </span>
        <IconChevronRight size={22} aria-hidden="true" />
      </Link>
    </li>
  );
}

function pathOf({ task, visitId, episodeId }: HomeTask): string {
  if (!visitId || task === 'read_message') return threadPath(episodeId);
  if (task === 'read_note') return notePath(visitId);
  return task === 'test_device' ? `${getReadyPath(visitId)}?step=device` : getReadyPath(visitId);
}

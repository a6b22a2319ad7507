import { Button } from '@mantine/core';
import { localeTags } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import type { NoteWords } from './keeper';
import classes from './note.module.css';

interface ConflictProps {
  mine: NoteWords;
  theirs: NoteWords;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two windows have written: both texts side by side, and a choice. */
export function Conflict({ mine, theirs, onMine, onTheirs }: ConflictProps) {
  const say = useSay();
  return (
    <section className={classes.conflict} role="alert" data-conflict>
      <p className={classes.strong}>{say('note.conflict.title')}</p>
      <p>{say('note.conflict.body')}</p>
      <div className={classes.sides}>
        <Side title={say('note.conflict.mine')} words={mine} press={say('note.conflict.keepMine')} onPress={onMine} />
        <Side
          title={say('note.conflict.theirs')}
          words={theirs}
          press={say('note.conflict.takeTheirs')}
          onPress={onTheirs}
        />
      </div>
    </section>
  );
}

function Side(props: { title: string; words: NoteWords; press: string; onPress: () => void }) {
  const { title, words, press, onPress } = props;
  return (
    <div className={classes.side}>
      <p className={classes.strong}>{title}</p>
      <div lang={localeTags[words.language]} className={classes.written}>
        <p>{words.text}</p>
        <p>{words.nextSteps}</p>
      </div>
      <Button variant="default" onClick={onPress}>
        {press}
      </Button>
    </div>
  );
}

import { Checkbox } from '@mantine/core';
import type { VisitQuestions } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useWished } from '../api/wished';
import { useSay } from '../locale/say';
import classes from './questions.module.css';
import { useAnswered, useQuestions } from './use-questions';

/*
 * What the patient wants to ask, for those who answer: data-asked, with how many are open; data-question; data-action `answered`.
 * Nothing where she has written nothing, and where it is not for this reader.
 */

export function Asked({ visitId, level = 2 }: { visitId: string | null; level?: 2 | 3 }) {
  const say = useSay();
  const { data } = useQuestions(visitId);
  if (!visitId || !data || data.items.length === 0) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  const open = data.items.filter(({ answered }) => !answered).length;
  return (
    <section className={classes.asked} aria-labelledby="asked-questions" data-asked={open}>
      <Heading id="asked-questions" className={classes.heading}>
        {say('question.asked', { count: open })}
      </Heading>
      <ul className={classes.list}>
        {data.items.map((item) => (
          <Question key={item.questionId} visitId={visitId} item={item} mayAnswer={data.mayAnswer} />
        ))}
      </ul>
    </section>
  );
}

interface QuestionProps {
  visitId: string;
  item: VisitQuestions['items'][number];
  mayAnswer: boolean;
}

function Question({ visitId, item, mayAnswer }: QuestionProps) {
  const { questionId, text, language, answered, answeredWords } = item;
  const tick = useAnswered({ visitId, questionId });
  // Ticked at once; where that did not work, it says so and is as it was.
  const { shown, wish, forget } = useWished(answered);
  const choose = (value: boolean) => {
    wish(value);
    tick.mutate(value, { onError: forget });
  };
  return (
    <li className={classes.item} data-question={questionId} data-answered={answered || undefined}>
      {mayAnswer ? (
        <Checkbox
          size="lg"
          checked={shown}
          onChange={(event) => choose(event.currentTarget.checked)}
          label={<span lang={language}>{text}</span>}
          description={answeredWords}
          data-action="answered"
        />
      ) : (
        <>
          <p className={classes.text} lang={language}>
            {text}
          </p>
          {answeredWords && <p className={classes.quiet}>{answeredWords}</p>}
        </>
      )}
      {tick.error && <Trouble error={tick.error} />}
    </li>
  );
}

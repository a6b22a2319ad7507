import { Button } from '@mantine/core';
import { useMe } from '../api/session';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';

/** All that is kept about her, as one file: data-action `take-everything`. */
export function Everything() {
  const say = useSay();
  const me = useMe();
  if (!me) return null;
  return (
    <section className={card.section} aria-labelledby="everything">
      <h2 id="everything" className={card.heading}>
        {say('everything.title')}
      </h2>
      <p>{say('everything.body')}</p>
      <div className={list.actions}>
        <Button
          component="a"
          href={`/api/patients/${me.personId}/everything`}
          download
          variant="default"
          data-action="take-everything"
        >
          {say('everything.take')}
        </Button>
      </div>
    </section>
  );
}

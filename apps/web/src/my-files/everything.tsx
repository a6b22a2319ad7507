import { useMe } from '../api/session';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import { SaveFile } from '../parts/save-file';

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
        <SaveFile href={`/api/patients/${me.personId}/everything`} action="take-everything" icon={null}>
          {say('everything.take')}
        </SaveFile>
      </div>
    </section>
  );
}

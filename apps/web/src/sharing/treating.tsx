import type { RecordCategory } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import classes from './sharing.module.css';
import { Switches } from './switches';
import { useShare } from './use-share';

/** What everybody sees who treats her. Each switch counts at once. */
export function Treating({ categories }: { categories: readonly RecordCategory[] }) {
  const say = useSay();
  const share = useShare();
  const shown = share.isPending ? share.variables.categories : categories;
  return (
    <section className={card.card} aria-labelledby="share-treating" data-share="treating">
      <h2 id="share-treating" className={card.heading}>
        {say('share.treating')}
      </h2>
      <p className={classes.lead}>{say('share.treatingBody')}</p>
      <Switches
        label={say('share.treating')}
        value={shown}
        warns
        onChange={(value) => share.mutate({ grantee: { kind: 'treating' }, categories: value })}
      />
      {share.error && <Trouble error={share.error} />}
      <p role="status" className={classes.said}>
        {share.isSuccess && say('share.saved')}
      </p>
      <p className={classes.quiet}>{say('share.emergency')}</p>
    </section>
  );
}

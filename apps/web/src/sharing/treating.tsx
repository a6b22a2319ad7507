import type { RecordCategory } from '@okaeri/contracts';
import { useWished } from '../api/wished';
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
  const { shown, wish, forget } = useWished(categories, alike);
  const choose = (value: RecordCategory[]) => {
    wish(value);
    share.mutate({ grantee: { kind: 'treating' }, categories: value }, { onError: forget });
  };
  return (
    <section className={card.card} aria-labelledby="share-treating" data-share="treating">
      <h2 id="share-treating" className={card.heading}>
        {say('share.treating')}
      </h2>
      <p className={classes.lead}>{say('share.treatingBody')}</p>
      <Switches label={say('share.treating')} value={shown} warns onChange={choose} />
      {share.error && <Trouble error={share.error} />}
      <p role="status" className={classes.said}>
        {share.isSuccess && say('share.saved')}
      </p>
      <p className={classes.quiet}>{say('share.emergency')}</p>
    </section>
  );
}

const alike = (a: readonly RecordCategory[], b: readonly RecordCategory[]) =>
  a.length === b.length && a.every((category) => b.includes(category));

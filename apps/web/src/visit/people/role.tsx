import { localeNames, localeTags, type Locale, type VisitSeat } from '@okaeri/contracts';
import { Say, useSay } from '../../locale/say';

/** What a person is in this visit; of an interpreter, between which languages, each in its own name. */
export function RoleWords({ seat }: { seat: Pick<VisitSeat, 'role' | 'interprets'> }) {
  const say = useSay();
  if (!seat.interprets) return <>{say(`role.${seat.role}`)}</>;
  const [first, second] = seat.interprets;
  return (
    <Say
      id="call.tile.interpreter"
      values={{ first: <Language key="first" tag={first} />, second: <Language key="second" tag={second} /> }}
    />
  );
}

/** Only the two languages, where the role is said already or there is no room. */
export function Pair({ tags }: { tags: readonly [string, string] }) {
  return (
    <span>
      <Language tag={tags[0]} /> ⇄ <Language tag={tags[1]} />
    </span>
  );
}

/** A language by its own name. */
export function Language({ tag }: { tag: string }) {
  const locale = tag.split('-')[0] as Locale;
  const name = localeNames[locale];
  return name ? <bdi lang={localeTags[locale]}>{name}</bdi> : <bdi>{tag}</bdi>;
}

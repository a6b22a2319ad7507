import { outcomeOf, outcomeRules } from './outcomes';
import type { OutcomeFacts } from './outcomes';

const both = [true, false];
const all: OutcomeFacts[] = both.flatMap((patientCame) =>
  both.flatMap((physicianCame) =>
    both.flatMap((bothIn) =>
      both.flatMap((past) =>
        both.flatMap((conference) =>
          both.flatMap((admitted) =>
            both.flatMap((keptOut) =>
              both.flatMap((late) =>
                (['ended', 'closed'] as const).map((moment) => ({
                  ...{ patientCame, physicianCame, bothIn, past, conference, admitted, keptOut, late, moment },
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

describe('what becomes of a visit', () => {
  it('is said of every visit whose door has shut', () => {
    for (const facts of all.filter(({ moment, past }) => moment === 'closed' && past)) {
      expect([facts, outcomeOf(facts)]).toEqual([facts, expect.anything()]);
    }
  });

  it('is never that she did not come, where she came, and never that care was given, where she did not', () => {
    for (const facts of all) {
      const rule = outcomeOf(facts);
      // Nor where she was kept out, or nobody of the other side was there.
      if (facts.patientCame || facts.keptOut || !facts.physicianCame) expect(rule?.to).not.toBe('noshow');
      if (facts.patientCame) expect(rule?.outcome).not.toBe('nobody');
      else if (!facts.conference) expect(rule?.to).not.toBe('fulfilled');
    }
  });

  it('is of a conference that it took place once two were in it, and never that somebody did not come', () => {
    for (const facts of all.filter(({ conference }) => conference)) {
      expect(outcomeOf(facts)?.to).not.toBe('noshow');
      if (facts.bothIn) expect(outcomeOf(facts)?.id).toBe('conferred');
      else expect(outcomeOf(facts)?.to).not.toBe('fulfilled');
    }
  });

  it('is not said before the start of one who may be on her way', () => {
    for (const facts of all.filter(
      ({ past, patientCame, moment, conference, bothIn }) =>
        !past && !patientCame && moment === 'ended' && !(conference && bothIn),
    )) {
      expect(outcomeOf(facts)).toBeNull();
    }
  });

  it('uses each rule', () => {
    expect(new Set(all.map((facts) => outcomeOf(facts)?.id).filter(Boolean))).toEqual(
      new Set(outcomeRules.map(({ id }) => id)),
    );
  });
});

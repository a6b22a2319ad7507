import { recordCategories } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';
import { may, sharedWith } from './decide';
import type { Asker, Statement } from './decide';

const at = Temporal.Instant.from('2026-11-23T12:00:00Z');
const hours = (count: number) => at.add({ hours: count });
const asked = { purpose: 'TREAT', at } as const;

const physician: Asker = {
  ...{ personId: 'sato', institutionIds: ['osaka'], roles: ['physician'], treats: true },
  implied: [...recordCategories],
};
const stranger: Asker = { personId: 'lee', institutionIds: ['toronto'], roles: [], treats: false, implied: [] };

const said = (about: Partial<Statement>): Statement => ({
  ...{ kind: 'treating', role: null, personId: null, institutionId: null, purpose: 'TREAT' },
  ...{ categories: [], startsAt: hours(-1), endsAt: null, ...about },
});
const given = (statements: Statement[], asker = physician, how: Partial<Parameters<typeof sharedWith>[2]> = {}) => [
  ...sharedWith(statements, asker, { ...asked, ...how }),
];

describe('what is shared', () => {
  it('is everything with those who treat, and nothing with others, as long as nothing was said', () => {
    expect(given([])).toEqual([...recordCategories]);
    expect(given([], stranger)).toEqual([]);
  });

  it('is what was said about all who treat, and says nothing about others', () => {
    const statements = [said({ categories: ['images', 'medicines'] })];
    expect(given(statements)).toEqual(['medicines', 'images']);
    expect(given(statements, stranger)).toEqual([]);
  });

  it('is nothing at all where that was said', () => {
    expect(given([said({ categories: [] })])).toEqual([]);
  });

  it.each<[string, Partial<Statement>, Partial<Statement>]>([
    ['her role before all', { kind: 'treating' }, { kind: 'role', role: 'physician' }],
    [
      'her hospital before her role',
      { kind: 'role', role: 'physician' },
      { kind: 'institution', institutionId: 'osaka' },
    ],
    [
      'her name before her hospital',
      { kind: 'institution', institutionId: 'osaka' },
      { kind: 'person', personId: 'sato' },
    ],
  ])('counts %s, to give and to keep', (_, further, closer) => {
    const [wide, narrow] = [['images', 'notes'] as const, ['images'] as const];
    expect(given([said({ ...further, categories: wide }), said({ ...closer, categories: narrow })])).toEqual([
      'images',
    ]);
    expect(given([said({ ...further, categories: narrow }), said({ ...closer, categories: wide })])).toEqual([
      ...['images', 'notes'],
    ]);
  });

  it('is what both give where two are as close', () => {
    const both = { ...physician, institutionIds: ['osaka', 'tokyo'] };
    const statements = [
      said({ kind: 'institution', institutionId: 'osaka', categories: ['images', 'notes'] }),
      said({ kind: 'institution', institutionId: 'tokyo', categories: ['notes', 'life'] }),
    ];
    expect(given(statements, both)).toEqual(['notes']);
  });

  it('begins and ends on the moment', () => {
    const statements = [
      said({ kind: 'person', personId: 'lee', categories: ['images'], startsAt: at, endsAt: hours(1) }),
    ];
    expect(given(statements, stranger, { at: hours(0).subtract({ milliseconds: 1 }) })).toEqual([]);
    expect(given(statements, stranger)).toEqual(['images']);
    expect(given(statements, stranger, { at: hours(1).subtract({ milliseconds: 1 }) })).toEqual(['images']);
    expect(given(statements, stranger, { at: hours(1) })).toEqual([]);
  });

  it('is for the purpose that was named alone', () => {
    const research = [said({ kind: 'person', personId: 'lee', purpose: 'HRESCH', categories: ['results'] })];
    expect(given(research, stranger)).toEqual([]);
    expect(given(research, stranger, { purpose: 'HRESCH' })).toEqual(['results']);
    expect(given([], physician, { purpose: 'HRESCH' })).toEqual([]);
    expect(given([said({ categories: [] })], physician, { purpose: 'ETREAT' })).toEqual([...recordCategories]);
  });

  it('says of one part whether it is', () => {
    const statements = [said({ categories: ['images'] })];
    expect(may(statements, physician, { ...asked, category: 'images' })).toBe(true);
    expect(may(statements, physician, { ...asked, category: 'notes' })).toBe(false);
  });
});

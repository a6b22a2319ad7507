import { recordCategories } from '@okaeri/contracts';
import type { GranteeKind, RecordCategory, SharePurpose } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

/** What was said about a reader. */
export interface Statement {
  kind: GranteeKind;
  role: string | null;
  personId: string | null;
  institutionId: string | null;
  purpose: SharePurpose;
  categories: readonly RecordCategory[];
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant | null;
}

/** Who would like to read. */
export interface Asker {
  personId: string;
  /** Where she works. */
  institutionIds: readonly string[];
  /** What she is where the patient is treated. */
  roles: readonly string[];
  /** Treats the patient, or arranges that. */
  treats: boolean;
  /** What she reads where nothing was said about her: going to a physician says that much. */
  implied: readonly RecordCategory[];
}

export const allCategories: ReadonlySet<RecordCategory> = new Set(recordCategories);
export const noCategories: ReadonlySet<RecordCategory> = new Set();

/** Who is named counts before who is meant. */
const closest: readonly GranteeKind[] = ['person', 'institution', 'role', 'treating'];

/**
 * What a reader may see for a purpose at a moment. Of what was said the closest counts: about her, about her hospital, about people of
 * her role, about all who treat. Where two are as close, what both give.
 */
export function sharedWith(
  statements: readonly Statement[],
  asker: Asker,
  { purpose, at }: { purpose: SharePurpose; at: Temporal.Instant },
): ReadonlySet<RecordCategory> {
  const meant = statements.filter((each) => each.purpose === purpose && isInForce(each, at) && isAbout(each, asker));
  const kind = closest.find((one) => meant.some((each) => each.kind === one));
  if (!kind) return purpose === 'HRESCH' ? noCategories : new Set(asker.implied);
  const said = meant.filter((each) => each.kind === kind);
  return new Set(recordCategories.filter((category) => said.every(({ categories }) => categories.includes(category))));
}

/** The same about one category. */
export const may = (
  statements: readonly Statement[],
  asker: Asker,
  asked: { purpose: SharePurpose; at: Temporal.Instant; category: RecordCategory },
): boolean => sharedWith(statements, asker, asked).has(asked.category);

function isInForce({ startsAt, endsAt }: Statement, at: Temporal.Instant): boolean {
  const now = at.epochMilliseconds;
  return startsAt.epochMilliseconds <= now && (endsAt === null || now < endsAt.epochMilliseconds);
}

function isAbout(statement: Statement, { personId, institutionIds, roles, treats }: Asker): boolean {
  switch (statement.kind) {
    case 'person':
      return statement.personId === personId;
    case 'institution':
      return institutionIds.includes(statement.institutionId ?? '');
    case 'role':
      return roles.includes(statement.role ?? '');
    case 'treating':
      return treats;
  }
}

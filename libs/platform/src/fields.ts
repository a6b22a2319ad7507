import { OkaeriError } from '@okaeri/contracts';
import { isMessageKey } from '@okaeri/words';

/** What a validator says of one member; of zod's issues more is known than the standard asks for. */
interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: unknown;
  input?: unknown;
  keys?: unknown;
}

const byIssue: Record<string, string> = {
  invalid_type: 'required',
  unrecognized_keys: 'unknown',
  too_small: 'too_small',
  too_big: 'too_large',
};

/**
 * What a validator found as one error that names each member with a stable code, said by `field.<code>`. A schema gives
 * its own code as the message. What is no form at all is a `bad_request`.
 */
export function fieldsError(issues: readonly Issue[]): OkaeriError {
  const fields = issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));
    const strangers = Array.isArray(issue.keys) ? issue.keys.map(String) : [];
    const code = codeOf(issue);
    const paths = strangers.length > 0 ? strangers.map((key) => [...path, key]) : [path];
    // A name that somebody made up may be anything: it is not repeated at length.
    return paths.map((each) => ({ path: each.join('.').slice(0, 120), code }));
  });
  if (fields.some(({ path }) => path === '')) return new OkaeriError('bad_request');
  return new OkaeriError('fields_invalid', {}, { fields });
}

function codeOf({ message, code }: Issue): string {
  if (/^[a-z]+(_[a-z]+)*$/.test(message) && isMessageKey(`field.${message}`)) return message;
  return byIssue[String(code)] ?? 'wrong';
}

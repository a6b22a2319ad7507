import type { RecordCategory } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';

export type Grantee =
  | { kind: 'treating' }
  | { kind: 'person'; personId: string }
  | { kind: 'institution'; institutionId: string };

interface Share {
  grantee: Grantee;
  categories: RecordCategory[];
  days?: number | null;
}

/** Says what somebody may see. */
export function useShare() {
  return useWrite((share: Share, key) =>
    body(
      typed.POST('/api/me/shares', {
        params: { header: keyed(key) },
        body: { purpose: 'TREAT', days: null, why: '', ...share },
      }),
    ),
  );
}

/** Takes back what was said about somebody. */
export function useUnsay() {
  return useWrite((shareId: string) =>
    body(typed.DELETE('/api/me/shares/{shareId}', { params: { path: { shareId } } })),
  );
}

import { useQuery } from '@tanstack/react-query';
import type { GranteeRole, RecordCategory, SharingPage } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';

export type Grantee =
  | { kind: 'treating' }
  | { kind: 'person'; personId: string }
  | { kind: 'institution'; institutionId: string }
  | { kind: 'role'; role: GranteeRole };

/** What for; nobody here reads what would be given for research. */
export type Purpose = 'TREAT' | 'ETREAT';

interface Share {
  grantee: Grantee;
  purpose?: Purpose;
  categories: RecordCategory[];
  days?: number | null;
}

/** What the reader has said about her record. */
export function useSharing() {
  return useQuery({
    queryKey: ['sharing'],
    queryFn: (): Promise<SharingPage> => body(typed.GET('/api/pages/sharing')),
  });
}

/** Two switches in a second say two things about the same: the first must not arrive last. */
const inOrder = 'share';

/** Says what somebody may see. */
export function useShare() {
  return useWrite(
    (share: Share, key) =>
      body(
        typed.POST('/api/me/shares', {
          params: { header: keyed(key) },
          body: { purpose: 'TREAT', days: null, why: '', ...share },
        }),
      ),
    { inOrder },
  );
}

/** Takes back what was said about somebody. */
export function useUnsay() {
  return useWrite(
    (shareId: string) => body(typed.DELETE('/api/me/shares/{shareId}', { params: { path: { shareId } } })),
    { inOrder },
  );
}

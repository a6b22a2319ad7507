import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { LinkRedeemed } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { forgetDrafts } from '../api/drafts';
import { stayedSignedIn } from '../api/session';
import { forgetToken } from './token';

/** In by a link: the session is new, and nothing of who was here before stays in this window. */
export function useComeIn<In>(ask: (input: In) => Promise<LinkRedeemed>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ask,
    onSuccess: ({ session, goTo }) => {
      const before = client.getQueryData<{ me: { personId: string } | null }>(keys.session)?.me?.personId;
      if (before && before !== session.me?.personId) forgetDrafts();
      forgetToken();
      stayedSignedIn();
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
      client.setQueryData(keys.session, session);
      void navigate(goTo, { replace: true });
    },
  });
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LinkLook } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { body, typed } from '../api/typed';
import { Loaded } from '../app/trouble';
import { LinkCode } from './code';
import { LinkOver } from './over';
import { LinkReady } from './ready';
import { takeToken } from './token';

/**
 * One page for every link of a mail. Opening it changes nothing, for programs that look through mails open links too; a
 * button lets her in.
 */
export default function LinkPage() {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    // Another link of a mail, opened in this very window.
    const again = () => setToken((old) => takeToken() ?? old);
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  if (!token) return <LinkOver kind={null} state="unknown" />;
  return <Looked key={token} token={token} />;
}

function Looked({ token }: { token: string }) {
  const [confirming, setConfirming] = useState(false);
  const look = useQuery({
    // The token itself stays out of every key and address.
    queryKey: ['link', token.slice(0, 6)],
    queryFn: (): Promise<LinkLook> => body(typed.POST('/api/links/look', { body: { token } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (look.error instanceof ApiError && ['link_unknown', 'fields_invalid', 'bad_request'].includes(look.error.code)) {
    return <LinkOver kind={null} state="unknown" />;
  }
  return (
    <Loaded query={look}>
      {(data) => {
        if (confirming || data.state === 'confirm') return <LinkCode token={token} look={data} />;
        if (data.state === 'ready' || data.state === 'not_yet') {
          return <LinkReady token={token} look={data} onConfirm={() => setConfirming(true)} />;
        }
        return <LinkOver kind={data.kind} state={data.state} />;
      }}
    </Loaded>
  );
}

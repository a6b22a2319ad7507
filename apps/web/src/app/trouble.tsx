import { Alert, Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { useSay, useSayError } from '../locale/say';
import { NotFound } from './not-found';
import { PageSkeleton } from './page';

/** One sentence about what did not work, and what can be done now. */
export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const say = useSay();
  const sayError = useSayError();
  // A visit that was moved meanwhile: when it is now.
  const when = error instanceof ApiError ? error.problem.when : undefined;
  return (
    <Alert color="red" variant="light" icon={<IconInfoCircle aria-hidden="true" />} role="alert">
      <p style={{ margin: 0 }}>{sayError(error)}</p>
      {when && (
        <p style={{ margin: '0.5rem 0 0' }} data-now-at>
          {say('book.nowAt')} <strong data-when>{when.sentence}</strong>
        </p>
      )}
      {again && (
        <Button mt="sm" variant="default" onClick={again}>
          {say('common.tryAgain')}
        </Button>
      )}
    </Alert>
  );
}

interface Loading<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Skeleton, page or trouble. What was loaded once stays on the page while the server is away. */
export function Loaded<T>({ query, children }: { query: Loading<T>; children: (data: T) => ReactNode }) {
  const { data, error } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (!error || (error instanceof ApiError && (error.passing || error.code === 'sign_in_needed')))
    return <PageSkeleton />;
  if (error instanceof ApiError && error.code === 'not_found') return <NotFound />;
  return (
    <div style={{ padding: '2rem 1rem', maxWidth: '38rem', marginInline: 'auto' }}>
      <Trouble error={error} again={() => void query.refetch()} />
    </div>
  );
}

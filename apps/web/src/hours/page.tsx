import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { AvailabilityPage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { useMe } from '../api/session';
import { body, typed } from '../api/typed';
import { Loaded } from '../app/trouble';
import { Hours } from './hours';

/** When somebody can be had; without an id, the reader herself. */
export default function HoursRoute() {
  const { resourceId } = useParams();
  const me = useMe();
  const id = resourceId ?? me?.personId ?? '';
  const hours = useQuery({
    queryKey: keys.hours(id),
    queryFn: async () =>
      (await body(
        typed.GET('/api/pages/availability/{resourceId}', { params: { path: { resourceId: id } } }),
      )) as AvailabilityPage,
    enabled: id !== '',
    // The form starts with it and must not change under the hand.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Loaded query={hours}>
      {(page) => <Hours key={page.resourceId} page={page} own={page.resourceId === me?.personId} />}
    </Loaded>
  );
}

import { useQuery } from '@tanstack/react-query';
import { readPeople } from '../api/work';
import { keys } from '../api/queries';
import { NotFound } from '../app/not-found';
import { Loaded } from '../app/trouble';
import { useInstitution } from '../people/institution';
import { Register } from './register';

/** A coordinator registers a patient: who, where, and what she is treated for. */
export default function RegisterRoute() {
  const { institutionId, choice } = useInstitution();
  const people = useQuery({
    queryKey: keys.people(institutionId ?? ''),
    queryFn: () => readPeople(institutionId ?? ''),
    enabled: Boolean(institutionId),
  });
  if (!institutionId) return <NotFound />;
  return <Loaded query={people}>{(data) => <Register people={data} choice={choice} />}</Loaded>;
}

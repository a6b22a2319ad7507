import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../api/session';
import { useSay } from '../locale/say';

/** Most people work at one hospital; who works at several chooses. */
export function useInstitution() {
  const say = useSay();
  const institutions = useMe()?.institutions ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const institution = institutions.find(({ institutionId }) => institutionId === chosen) ?? institutions[0];
  const choice = institutions.length > 1 && (
    <NativeSelect
      label={say('people.institution')}
      value={institution?.institutionId}
      onChange={(event) => setChosen(event.currentTarget.value)}
      data={institutions.map(({ institutionId, name }) => ({ value: institutionId, label: name }))}
      mb="lg"
      maw="24rem"
    />
  );
  return { institutionId: institution?.institutionId ?? null, institution: institution ?? null, choice };
}

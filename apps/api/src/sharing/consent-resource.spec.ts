import { checkStructure } from '@okaeri/chart';
import type { InstitutionId, PersonId } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';
import { consentResource } from './consent-resource';

const startsAt = Temporal.Instant.from('2026-11-01T09:00:00Z');
const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const said: Parameters<typeof consentResource>[0] = {
  ...{ id: 'c1', patientId: 'emily' as PersonId, kind: 'person', role: null, personId: 'lee' as PersonId },
  ...{ institutionId: null, purpose: 'TREAT', categories: ['images'], startsAt, endsAt: null, endedAt: null },
};

describe('what was said, as FHIR', () => {
  it.each([
    ['about a person', said],
    [
      'about a hospital',
      { ...said, kind: 'institution' as const, personId: null, institutionId: 'h' as InstitutionId },
    ],
    [
      'about all who treat, that they see nothing',
      { ...said, kind: 'treating' as const, personId: null, categories: [] },
    ],
    ['until a day', { ...said, endsAt: now.add({ hours: 24 }) }],
  ])('%s is made as a Consent is', (_, each) => {
    expect(checkStructure(consentResource(each, now))).toEqual([]);
  });

  it('is active until it was taken back, or its time is over', () => {
    const before = now.subtract({ hours: 1 });
    expect(consentResource(said, now).status).toBe('active');
    expect(consentResource({ ...said, endsAt: before }, now).status).toBe('inactive');
    expect(consentResource({ ...said, endedAt: before }, now)).toMatchObject({
      status: 'inactive',
      provision: { type: 'deny', period: { end: '2026-11-23T11:00:00.000Z' }, provision: [{ type: 'permit' }] },
    });
  });
});

import type { Consent } from '@okaeri/access';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';

/*
 * What a patient has said, as FHIR R4 Consent: nothing for those who are meant, except what she gives. A projection: nothing is kept in
 * this form.
 */

const terminology = 'http://terminology.hl7.org/CodeSystem';
const concept = (system: string, code: string) => ({ coding: [{ system, code }] });

type Said = Pick<
  Consent,
  'id' | 'patientId' | 'kind' | 'role' | 'personId' | 'institutionId' | 'purpose' | 'categories'
> &
  Pick<Consent, 'startsAt' | 'endsAt' | 'endedAt'>;

export function consentResource(said: Said, now: Temporal.Instant) {
  const { id, patientId, purpose, categories, startsAt } = said;
  const end = said.endedAt ?? said.endsAt;
  const over = end !== null && end.epochMilliseconds <= now.epochMilliseconds;
  return {
    resourceType: 'Consent',
    id,
    status: over ? 'inactive' : 'active',
    scope: concept(`${terminology}/consentscope`, 'patient-privacy'),
    category: [concept('http://loinc.org', '59284-0')],
    patient: { reference: `Patient/${patientId}` },
    dateTime: toIso(startsAt),
    performer: [{ reference: `Patient/${patientId}` }],
    policyRule: concept(`${terminology}/v3-ActCode`, 'OPTIN'),
    provision: {
      type: 'deny',
      period: { start: toIso(startsAt), ...(end ? { end: toIso(end) } : {}) },
      actor: [{ role: concept(`${terminology}/v3-ParticipationType`, 'IRCP'), reference: actorOf(said) }],
      purpose: [{ system: `${terminology}/v3-ActReason`, code: purpose }],
      ...(categories.length > 0
        ? {
            provision: [
              { type: 'permit', code: categories.map((each) => concept('urn:okaeri:record-category', each)) },
            ],
          }
        : {}),
    },
  };
}

function actorOf({ kind, role, personId, institutionId }: Said): { reference: string } | { display: string } {
  if (kind === 'person') return { reference: `Practitioner/${personId}` };
  if (kind === 'institution') return { reference: `Organization/${institutionId}` };
  return { display: role ?? 'those who treat the patient' };
}

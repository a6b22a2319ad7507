import { patientForm } from '@okaeri/contracts';
import { emptyPatient, neededIn, patientOf, patientSteps, stepOf } from './values';

const institution = {
  institutionId: '7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6',
  name: 'Osaka',
  city: 'Osaka',
  country: 'JP',
  zone: 'Asia/Tokyo',
  phone: '+81 6-0000-0100',
  email: null,
};
const physician = {
  personId: '1f0e9d8c-7b6a-4958-8776-655443322110',
  name: { display: 'Dr. Sato', bare: 'Sato', original: null, originalLang: 'ja' },
  roles: ['physician' as const],
  email: null,
  emailState: 'unknown' as const,
  place: 'Osaka',
  languages: [],
  licence: null,
};
const people = {
  ...{ institution, people: [physician], invitations: [], things: [] },
  ...{ mayInvite: [], mayEnd: false, mailSet: true },
};
const filled = {
  ...emptyPatient(people, 'en'),
  name: 'Emily Tremblay',
  nameLatin: 'Emily Tremblay',
  birthDate: '1958-03-14',
  place: 'Toronto',
  country: 'CA',
  zone: 'America/Toronto',
  phone: '+1 416-555-0142',
  title: 'Proton therapy of the liver',
};

describe('the form of a patient', () => {
  it('chooses the physician where there is one only', () => {
    expect(emptyPatient(people, 'en').team).toBe(physician.personId);
    expect(emptyPatient({ ...people, people: [] }, 'en').team).toBe('');
  });

  it('sends what the contract takes', () => {
    const sent = patientForm.safeParse(patientOf(filled, institution.institutionId, null));
    expect(sent.error?.issues ?? []).toEqual([]);
    expect(sent.data).toMatchObject({ email: null, invite: false, episode: { treatedFrom: null } });
  });

  it('invites only who has an address', () => {
    const email = 'emily@home.example';
    expect(patientOf({ ...filled, email }, institution.institutionId, null)).toMatchObject({ email, invite: true });
  });

  it('knows on which step each field stands', () => {
    for (const step of patientSteps) for (const field of neededIn[step]) expect(stepOf(field)).toBe(step);
  });
});

import type { Locale, PatientForm, PeoplePage } from '@okaeri/contracts';

/** What the three steps hold while they are filled in; the team as ids with a space between. */
export const emptyPatient = (people: PeoplePage, language: Locale) => {
  const physicians = people.people.filter(({ roles }) => roles.includes('physician'));
  return {
    name: '',
    nameLatin: '',
    nameKana: '',
    birthDate: '',
    sex: 'unknown',
    language: language as string,
    place: '',
    country: '',
    zone: '',
    email: '',
    phone: '',
    title: '',
    treatment: '',
    treatedFrom: '',
    treatedTo: '',
    team: physicians.length === 1 ? (physicians[0]?.personId ?? '') : '',
    invite: true,
  };
};
export type PatientValues = ReturnType<typeof emptyPatient>;
export type PatientStep = 'who' | 'where' | 'treatment';
export const patientSteps: readonly PatientStep[] = ['who', 'where', 'treatment'];

type Field = keyof PatientValues;
/** What must not be empty before the next step. */
export const neededIn: Readonly<Record<PatientStep, readonly Field[]>> = {
  who: ['name', 'nameLatin', 'birthDate'],
  where: ['place', 'country', 'zone', 'phone'],
  treatment: ['title'],
};

const whoFields: readonly string[] = ['name', 'nameLatin', 'nameKana', 'birthDate', 'sex', 'language'];
const whereFields: readonly string[] = ['place', 'country', 'zone', 'email', 'phone'];

/** The step on which a field stands that the server has something to say about. */
export function stepOf(field: string): PatientStep {
  if (whoFields.includes(field)) return 'who';
  return whereFields.includes(field) ? 'where' : 'treatment';
}

export const teamOf = (team: string): string[] => team.split(' ').filter(Boolean);

export function patientOf(
  values: PatientValues,
  institutionId: string,
  decision: PatientForm['decision'],
): PatientForm {
  const { title, treatment, treatedFrom, treatedTo, team, invite, nameKana, email, sex, language, ...rest } = values;
  return {
    ...rest,
    sex: sex as PatientForm['sex'],
    language: language as Locale,
    nameKana: nameKana || null,
    email: email.trim() || null,
    episode: {
      institutionId,
      title,
      treatment: treatment || null,
      treatedFrom: treatedFrom || null,
      treatedTo: treatedTo || null,
      team: teamOf(team),
    },
    invite: invite && email.trim() !== '',
    decision,
  };
}

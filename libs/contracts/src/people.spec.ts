import { z } from 'zod';
import { codeConfirm, linkLook, linkRedeem, signInAsk } from './links';
import { mergeForm, patientForm, patientRow } from './patients';
import { institutionForm, peoplePage, settingsForm, settingsPage, staffInvitation, welcomeForm } from './people';

const codesOf = (schema: z.ZodType, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
const examplesOf = (schema: z.ZodType) => (schema.meta() as { examples: unknown[] }).examples;
const [patient] = examplesOf(patientForm) as [z.input<typeof patientForm>];

describe('forms of people', () => {
  it('can be described, and take their own examples', () => {
    const schemas = [patientForm, mergeForm, staffInvitation, institutionForm, settingsForm, welcomeForm];
    for (const schema of [...schemas, signInAsk, codeConfirm, linkRedeem]) {
      const { id, examples } = schema.meta() as { id: string; examples: unknown[] };
      expect([id, z.toJSONSchema(schema, { io: 'input' }).type ?? 'union']).not.toContain(undefined);
      for (const example of examples) expect([id, codesOf(schema, example)]).toEqual([id, []]);
    }
    for (const schema of [peoplePage, settingsPage, linkLook, patientRow]) z.toJSONSchema(schema);
  });

  it('take an empty field for nothing, and a missing one for no change', () => {
    const form = patientForm.parse({ ...patient, email: ' ', nameKana: '', invite: false });
    expect(form).toMatchObject({ email: null, nameKana: null, decision: null });
    const settings = settingsForm.parse({ language: 'en', zone: 'Asia/Tokyo', reminders: [10, 1440, 10], phone: '' });
    expect(settings).toEqual({ language: 'en', zone: 'Asia/Tokyo', reminders: [1440, 10], phone: null });
  });

  it('say which field is wrong, by a code', () => {
    const wrong = { ...patient, name: ' ', birthDate: '1899-12-31', email: 'no address', phone: '12', zone: '+09:00' };
    expect(codesOf(patientForm, wrong)).toEqual([
      'name: required',
      'birthDate: birth_date_old',
      'zone: zone_unknown',
      'email: email_wrong',
      'phone: phone_wrong',
    ]);
    expect(codesOf(patientForm, { ...patient, email: null })).toEqual(['email: email_needed']);
    const [interpreter] = examplesOf(staffInvitation) as [object];
    expect(codesOf(staffInvitation, { ...interpreter, languages: ['ja', 'ja'] })).toEqual(['languages: languages_two']);
  });

  it('write the house of an address as everybody does', () =>
    expect(signInAsk.parse({ email: ' Emily.T@Home.EXAMPLE ' })).toEqual({ email: 'Emily.T@home.example' }));

  it('take a code however it was typed', () => {
    const token = `v.${'a'.repeat(43)}`;
    for (const code of ['402913', '402 913', '４０２９１３', '402-913']) {
      expect(codeConfirm.parse({ token, code }).code).toBe('402913');
    }
    expect(codesOf(codeConfirm, { token, code: '40291' })).toEqual(['code: code_six']);
  });
});

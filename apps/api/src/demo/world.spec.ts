import { locales } from '@okaeri/contracts';
import packageJson from '../../../../package.json';
import { version } from '../env';
import { episodes } from './episodes';
import { demoId } from './ids';
import { demoInstitution, demoPerson, institutions, people } from './people';
import { refuseDemoByEnv } from './refusal';

describe('the people of the demo world', () => {
  it('have names that a host can have, each one its own', () => {
    const personas = people.map(({ persona }) => persona);
    expect(new Set(personas).size).toBe(personas.length);
    for (const persona of personas) expect(persona).toMatch(/^[a-z]{2,16}$/);
    expect(people.slice(0, 3).map(({ role }) => role)).toEqual(['patient', 'physician', 'interpreter']);
  });

  it('are said in every language', () => {
    const texts = [
      ...people.map(({ place }) => place),
      ...institutions.flatMap(({ name, city }) => [name, city]),
      ...episodes.map(({ title }) => title),
    ];
    for (const text of texts) expect(Object.keys(text).toSorted()).toEqual(locales.toSorted());
  });

  it('work where they have seats, as what they are there', () => {
    for (const { institution, patient, seats } of episodes) {
      expect(demoInstitution(institution).key).toBe(institution);
      expect(demoPerson(patient).role).toBe('patient');
      for (const { persona, interprets } of seats) {
        const { role, works } = demoPerson(persona);
        expect([persona, works]).toEqual([persona, expect.arrayContaining([{ at: institution, as: role }])]);
        expect([persona, interprets !== undefined]).toEqual([persona, role === 'interpreter']);
      }
    }
  });

  it('keep their ids from start to start', () => {
    expect(demoId('person', 'emily')).toBe(demoId('person', 'emily'));
    expect(demoId('person', 'emily')).not.toBe(demoId('person', 'sato'));
    expect(demoId('person', 'emily')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the demo world', () => {
  const refused =
    (DATABASE_URL: string, NODE_ENV: 'development' | 'production' = 'development') =>
    () =>
      refuseDemoByEnv({ DATABASE_URL, NODE_ENV });

  it.each([
    'postgresql://okaeri:x@127.0.0.1:5432/okaeri',
    'postgresql://okaeri:x@localhost/okaeri',
    'postgresql://okaeri:x@[::1]:5432/okaeri',
    'postgresql:///okaeri?host=/var/run/postgresql',
  ])('may be on this machine (%s)', (url) => expect(refused(url)).not.toThrow());

  it.each([
    'postgresql://db.example/okaeri',
    'postgresql://192.168.1.4/okaeri',
    'postgresql://localhost/okaeri?host=db.example',
    'postgresql://localhost/okaeri?hostaddr=10.0.0.1',
    'postgresql://localhost/okaeri?host=localhost,db.example',
  ])('may be nowhere else (%s)', (url) => expect(refused(url)).toThrow(/not on this machine/));

  it('is never in production', () => {
    expect(refused('postgresql://localhost/okaeri', 'production')).toThrow(/production/);
  });
});

it('has the version of the house', () => {
  expect(version).toBe(packageJson.version);
});

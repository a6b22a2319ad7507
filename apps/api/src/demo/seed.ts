import { CareRelation, Membership, Person } from '@okaeri/access';
import { Episode, EpisodeTeam, Institution } from '@okaeri/care';
import type { EpisodeId, InstitutionId, PersonId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodes } from './episodes';
import { demoId } from './ids';
import { demoPerson, institutions, people } from './people';

export const personId = (persona: string) => demoId('person', persona) as PersonId;
export const institutionId = (key: string) => demoId('institution', key) as InstitutionId;
export const episodeId = (key: string) => demoId('episode', key) as EpisodeId;

/** Writes the people and places of the demo world; what is there already is brought up to date, except what they chose. */
export async function seedPeople(em: EntityManager): Promise<void> {
  await em.upsert(
    Institution,
    institutions.map(({ key, name, city, ...rest }) => ({
      ...rest,
      id: institutionId(key),
      name: name,
      city: city,
      demo: true,
    })),
    ['id'],
  );
  for (const { persona, role: _role, works, language, channels, ...rest } of people) {
    const id = personId(persona);
    const known = await em.existsBy(Person, { id });
    await em.save(Person, {
      ...rest,
      id,
      persona,
      demo: true,
      ...(known ? {} : { language, ...(channels ? { channels } : {}) }),
    });
    for (const { at, as } of works) {
      await em.upsert(Membership, { personId: id, institutionId: institutionId(at), role: as, revokedAt: null }, [
        'personId',
        'institutionId',
        'role',
      ]);
    }
  }
  await seedEpisodes(em);
}

async function seedEpisodes(em: EntityManager): Promise<void> {
  const today = now().toZonedDateTimeISO('UTC').toPlainDate();
  const day = (days: number) => today.add({ days }).toString();
  const openedAt = now().subtract({ hours: 24 * 120 });
  for (const { key, patient, institution, title, treatment, seats } of episodes) {
    const relation = demoId('relation', key);
    const known = await em.existsBy(CareRelation, { id: relation });
    await em.upsert(
      Episode,
      {
        id: episodeId(key),
        patientId: personId(patient),
        institutionId: institutionId(institution),
        title: title,
        treatment,
        treatedFrom: day(-200),
        treatedTo: day(-150),
        demo: true,
        ...(known ? {} : { openedAt }),
      },
      ['id'],
    );
    await em.upsert(
      EpisodeTeam,
      seats.flatMap(({ persona }) => {
        const { role } = demoPerson(persona);
        const treats = role === 'physician' || role === 'interpreter' || role === 'coordinator';
        return treats ? [{ episodeId: episodeId(key), personId: personId(persona), role }] : [];
      }),
      ['episodeId', 'personId'],
    );
    if (known) continue;
    await em.insert(CareRelation, {
      id: relation,
      patientId: personId(patient),
      institutionId: institutionId(institution),
      kind: 'treatment',
      startsAt: openedAt,
    });
  }
}

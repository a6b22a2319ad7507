import { Person } from '@okaeri/access';
import { Episode } from '@okaeri/care';
import type { EpisodeId, Id, Locale, PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type QuestionId = Id<'patient question'>;

/** What a patient wants to ask those who treat her, until it has been answered in a visit. */
@Entity('patient_question')
@Check('patient_question_text', `length("text") BETWEEN 1 AND 500`)
@Check('patient_question_answered', `("answered_at" IS NULL) = ("answered_by_id" IS NULL)`)
@Index(['episodeId', 'place'])
export class PatientQuestion {
  @PrimaryGeneratedColumn('uuid')
  id: QuestionId;

  @ForeignKey(() => Episode)
  @Column('uuid')
  episodeId: EpisodeId;

  /** The one its writer reads Okaeri in. */
  @Column('text')
  language: Locale;

  @Column('text')
  text: string;

  /** In her order: the first is what matters most to her. */
  @Column('int')
  place: number;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  answeredAt: Temporal.Instant | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  answeredById: PersonId | null;
}

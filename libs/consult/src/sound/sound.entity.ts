import { Visit } from '@okaeri/care';
import type { SoundState, VisitId } from '@okaeri/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who hears whom in a visit. A visit without a row is as `firstSound` says. */
@Entity('sound')
export class Sound {
  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: VisitId;

  @Column('jsonb')
  state: SoundState;

  /** The same as in `state`, for a plan's number to be read without it. */
  @Column('int', { default: 1 })
  version: number;
}

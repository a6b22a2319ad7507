import { Body, Controller, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Access,
  AccessControl,
  Grant,
  addressOf,
  changePatient,
  invite,
  mergePatients,
  readPerson,
  rememberDifference,
  takeRate,
} from '@okaeri/access';
import type { Actor, Granted } from '@okaeri/access';
import {
  OkaeriError,
  mergeForm,
  merged,
  nothing,
  patientChange,
  patientDetails,
  patientForm,
  patientRegistered,
} from '@okaeri/contracts';
import type {
  InstitutionId,
  MergeForm,
  Merged,
  PatientChange,
  PatientDetails,
  PatientForm,
  PatientRegistered,
  PersonId,
} from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { Answers, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { Registration, caredFor } from './registration';

/** Patients, as those who look after them register and mend them. */
@Controller('api/patients')
export class PatientsController {
  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(AccessControl) private readonly access: AccessControl,
    @Inject(Database) private readonly db: Database,
    @Inject(Registration) private readonly registration: Registration,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('patient.register', ['body.episode.institutionId'])
  @Keyed()
  @ApiOperation({ summary: 'Register a patient with what she was treated for' })
  @Answers(patientRegistered, 'The patient and her episode')
  @Problems('duplicate_found', 'fields_invalid', 'birth_date_future', 'zone_unknown', 'key_needed', 'key_reused')
  register(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Body({ schema: patientForm }) form: PatientForm,
  ): Promise<PatientRegistered> {
    const work = this.writes.once(request, actor, 'POST /patients', form, (em) =>
      this.registration.register(em, form, actor),
    );
    return this.registration.tellDuplicates(work, actor.language);
  }

  @Put(':personId')
  @Access('patient.update', ['personId'])
  @Id('personId')
  @ApiOperation({ summary: 'Mend what is on file of a patient' })
  @Answers(patientDetails, 'What is on file now')
  @Problems('version_changed', 'person_merged', 'fields_invalid', 'birth_date_future', 'zone_unknown')
  change(
    @Grant() { actor }: Granted,
    @Param('personId') personId: string,
    @Body({ schema: patientChange }) change: PatientChange,
  ): Promise<PatientDetails> {
    return this.db.inTransaction((em) => changePatient(em, personId as PersonId, change, actor.language));
  }

  @Post(':personId/invite')
  @HttpCode(202)
  @Access('patient.update', ['personId'])
  @Id('personId')
  @Keyed()
  @ApiOperation({ summary: 'Write to a patient, so that she can come in' })
  @Answers(nothing, 'The mail is on its way')
  @Problems('fields_invalid', 'person_merged', 'key_needed', 'key_reused')
  async invite(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Param('personId') personId: string,
  ): Promise<Record<string, never>> {
    const wide = this.env.OKAERI_RATES === 'wide';
    await takeRate(this.db.manager, { limit: 'invitationByPerson', of: actor.personId, wide });
    return this.writes.once(request, actor, `POST /patients/${personId}/invite`, {}, async (em) => {
      await this.#invite(em, personId as PersonId, actor);
      return {};
    });
  }

  @Post(':personId/merge')
  @HttpCode(200)
  @Access('patient.merge', ['personId'])
  @Id('personId')
  @Keyed()
  @ApiOperation({ summary: 'Say that two records are one person, or that they are two people' })
  @Answers(merged, 'The record that is kept, if one was')
  @Problems('person_merged', 'overlap', 'conflict', 'key_needed', 'key_reused')
  async merge(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Param('personId') given: string,
    @Body({ schema: mergeForm }) form: MergeForm,
  ): Promise<Merged> {
    const from = given as PersonId;
    const other = ('into' in form ? form.into : form.different) as PersonId;
    await this.access.requireAccess({ actor, permission: 'patient.merge', ids: { personId: other } }, 'http');
    return this.writes.once(request, actor, `POST /patients/${from}/merge`, form, async (em) => {
      if ('different' in form) {
        if (other === from) throw new OkaeriError('conflict');
        await rememberDifference(em, from, other, actor.personId);
        return { personId: null };
      }
      await mergePatients(em, { from, into: other, by: actor.personId, reason: form.reason });
      return { personId: other };
    });
  }

  async #invite(em: EntityManager, personId: PersonId, { personId: by, demo }: Actor): Promise<void> {
    const person = await readPerson(em, personId);
    if (!person || person.mergedInto) throw new OkaeriError('person_merged');
    if (!addressOf(person)) {
      throw new OkaeriError('fields_invalid', {}, { fields: [{ path: 'email', code: 'email_needed' }] });
    }
    const rows: { id: InstitutionId }[] = await em.query(
      `select institution_id as id from episode where patient_id = $1 and institution_id = any($2::uuid[])
        order by opened_at desc limit 1`,
      [personId, await caredFor(em, by)],
    );
    await invite(em, { personId, institutionId: rows[0]?.id ?? null, role: 'patient', by, demo });
  }
}

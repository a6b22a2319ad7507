import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, Ledger, breakGlass, nameFor, readPeople, reviewGlass } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { glassForm, glassOpened, glassPage as glassSchema, glassReview } from '@okaeri/contracts';
import type { GlassForm, GlassOpened, GlassPage, GlassReview } from '@okaeri/contracts';
import { writeMessage } from '@okaeri/followup';
import { Database, Writes, emit } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { momentWords } from '@okaeri/words/time';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { asReader, readerOf } from '../pages/reader';
import { glassPage } from './glass-page';

/** Emergencies: a record is opened by somebody who does not treat the patient, and another looks whether that was right. */
@Controller('api')
export class GlassController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post('institutions/:institutionId/glass')
  @HttpCode(200)
  @Access('glass.break', ['institutionId'])
  @Keyed()
  @Id('institutionId')
  @ApiOperation({ summary: 'Open the record of a patient of the own hospital in an emergency' })
  @Answers(glassOpened, 'To be read until then; the patient and her team are told at once')
  @Problems('fields_invalid', 'not_found', 'key_needed', 'key_reused')
  async open(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Param('institutionId') institutionId: string,
    @Body({ schema: glassForm }) form: GlassForm,
  ): Promise<GlassOpened> {
    const reader = await readerOf(this.db.manager, actor);
    const route = `POST /institutions/${institutionId}/glass`;
    return this.writes.once(request, actor, route, form, async (em) => {
      const broken = await breakGlass(em, { ...form, institutionId, by: actor.personId });
      // First of all: what cannot be written down is not opened.
      await this.ledger.write({
        ...{ actorId: actor.personId, permission: 'glass.break', outcome: 'allowed', purpose: 'BTG', via: 'http' },
        ...{ entity: 'episode', entityId: broken.episodeId, patientId: broken.patientId },
      });
      const patient = (await readPeople(em, [broken.patientId])).get(broken.patientId);
      const language = patient?.language ?? actor.language;
      const her = patient ? asReader(patient) : reader;
      const until = momentWords({ ...her, instant: broken.until });
      const text = say(language, 'glass.told', { until, reason: form.reason });
      await writeMessage(em, { episodeId: broken.episodeId, by: actor.personId, text, language });
      await emit(em, 'glass.broken', { glassId: broken.glassId });
      return {
        glassId: broken.glassId,
        episodeId: broken.episodeId,
        untilWords: momentWords({ ...reader, instant: broken.until }),
      };
    });
  }

  @Get('pages/glass/:institutionId')
  @Access('glass.read', ['institutionId'])
  @Id('institutionId')
  @ApiOperation({ summary: 'Emergencies of a hospital' })
  @Answers(glassSchema, 'Those without a review first')
  async page(@Grant() { actor }: Granted, @Param('institutionId') institutionId: string): Promise<GlassPage> {
    return glassPage(this.db.manager, await readerOf(this.db.manager, actor), institutionId);
  }

  @Post('glass/:glassId/review')
  @HttpCode(204)
  @Access('glass.review', ['glassId'])
  @Id('glassId')
  @ApiOperation({ summary: 'Say whether an emergency was in order' })
  @AnswersNothing('Kept, and the patient is told; what was not in order has ended')
  @Problems('fields_invalid', 'not_allowed_now')
  async review(
    @Grant() { actor, patientId }: Granted,
    @Param('glassId') glassId: string,
    @Body({ schema: glassReview }) form: GlassReview,
  ): Promise<void> {
    await this.writes.retried(async (em) => {
      const { episodeId, personId } = await reviewGlass(em, { ...form, glassId, by: actor.personId });
      const people = await readPeople(em, [personId, ...(patientId ? [patientId] : [])]);
      const [physician, patient] = [people.get(personId), patientId && people.get(patientId)];
      const language = patient ? patient.language : actor.language;
      const name = physician ? nameFor(physician, language, 'physician').display : '';
      const said = say(language, form.justified ? 'glass.told.right' : 'glass.told.wrong', { name });
      const text = form.note ? `${said}\n\n${form.note}` : said;
      await writeMessage(em, { episodeId, by: actor.personId, text, language });
    });
  }
}

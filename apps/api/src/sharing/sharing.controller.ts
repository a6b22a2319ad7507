import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Access, Grant, endConsent, readConsents, readPerson, stateConsent } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { patientOf } from '@okaeri/chart';
import { OkaeriError, shareAsk, shareForm, sharingPage as sharingSchema } from '@okaeri/contracts';
import type { EpisodeId, ShareAsk, ShareForm, SharingPage } from '@okaeri/contracts';
import { writeMessage } from '@okaeri/followup';
import { Database, Writes } from '@okaeri/platform';
import { fhirJson } from '@okaeri/records';
import { say } from '@okaeri/words';
import { toIso } from '@okaeri/words/time';
import type { Request, Response } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { consentResource } from './consent-resource';
import { sharingPage } from './sharing-page';

/** Who may see what of a record, said by the patient and asked for by those who treat her. */
@Controller('api')
export class SharingController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get('pages/sharing')
  @Access('share.read')
  @ApiOperation({ summary: 'Who may see what of the own record' })
  @Answers(sharingSchema, 'What holds now, what held before, and whom one can name')
  async page(@Grant() { actor }: Granted): Promise<SharingPage> {
    return sharingPage(this.db.manager, await readerOf(this.db.manager, actor));
  }

  @Get('me/shares')
  @Access('share.read')
  @ApiOperation({ summary: 'All that one has said about the own record, as FHIR' })
  @ApiProduces(fhirJson)
  @ApiResponse({ status: 200, description: 'A Bundle of Consent', schema: { type: 'string', format: 'binary' } })
  async taken(@Grant() granted: Granted, @Res() response: Response): Promise<void> {
    const { now } = await readerOf(this.db.manager, granted.actor);
    const said = await readConsents(this.db.manager, patientOf(granted));
    const entry = said.map((each) => ({
      fullUrl: `urn:uuid:${each.id}`,
      resource: consentResource(each, now),
    }));
    response
      .type(fhirJson)
      .send(JSON.stringify({ resourceType: 'Bundle', type: 'collection', timestamp: toIso(now), entry }));
  }

  @Post('me/shares')
  @HttpCode(200)
  @Access('share.write')
  @Keyed()
  @ApiOperation({ summary: 'Say what somebody may see of the own record, in place of what was said before' })
  @Answers(sharingSchema, 'It counts from the next request on, in a running visit too')
  @Problems('fields_invalid', 'share_nobody', 'key_needed', 'key_reused')
  async state(
    @Req() request: Request,
    @Grant() granted: Granted,
    @Body({ schema: shareForm }) form: ShareForm,
  ): Promise<SharingPage> {
    const by = granted.actor.personId;
    await this.writes.once(request, granted.actor, 'POST /me/shares', form, (em) =>
      stateConsent(em, { patientId: patientOf(granted), by, form }),
    );
    return this.page(granted);
  }

  @Delete('me/shares/:shareId')
  @HttpCode(204)
  @Access('share.write')
  @Id('shareId')
  @ApiOperation({ summary: 'Take back what was said about somebody' })
  @AnswersNothing('It counts no more, from the next request on')
  async end(@Grant() granted: Granted, @Param('shareId') shareId: string): Promise<void> {
    if (!uuid.test(shareId)) throw new OkaeriError('not_found');
    const by = granted.actor.personId;
    await this.db.inTransaction((em) => endConsent(em, { patientId: patientOf(granted), by, shareId }));
  }

  @Post('patients/:personId/share-asks')
  @HttpCode(204)
  @Access('share.ask', ['personId'])
  @Keyed()
  @Id('personId')
  @ApiOperation({ summary: 'Ask a patient to share more of her record' })
  @AnswersNothing('It stands among her messages; the choice is hers')
  @Problems('fields_invalid', 'not_found', 'key_needed', 'key_reused')
  async ask(
    @Req() request: Request,
    @Grant() granted: Granted,
    @Body({ schema: shareAsk }) form: ShareAsk,
  ): Promise<void> {
    const { actor } = granted;
    const patientId = patientOf(granted);
    await this.writes.once(request, actor, `POST /patients/${patientId}/share-asks`, form, async (em) => {
      const patient = await readPerson(em, patientId);
      // Of the hospital that asks, if it has one.
      const [episode]: { id: EpisodeId }[] = await em.query(
        `select e.id from episode e where e.patient_id = $1
          order by exists (select from membership m where m.institution_id = e.institution_id and m.person_id = $2
                              and m.revoked_at is null) desc, e.opened_at desc limit 1`,
        [patientId, actor.personId],
      );
      if (!patient || !episode) throw new OkaeriError('not_found');
      const { language } = patient;
      const text = say(language, 'share.asked', { text: form.text });
      await writeMessage(em, { episodeId: episode.id, by: actor.personId, text, language });
    });
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import {
  OkaeriError,
  hostRole,
  questionAnswered,
  questionPlace,
  questionText,
  visitQuestions as questionsSchema,
} from '@okaeri/contracts';
import type { VisitId, VisitQuestions } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import {
  answerQuestion,
  placeQuestion,
  questionsOf,
  removeQuestion,
  rewriteQuestion,
  writeQuestion,
} from '@okaeri/records';
import type { Request } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';

/** What a patient wants to ask in a visit, up to ten. */
@Controller('api/visits/:visitId/questions')
export class QuestionsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @Access('visit.questions', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'What the patient wants to ask' })
  @Answers(questionsSchema, 'In her order; what was answered comes last')
  async read(@Grant() granted: Granted): Promise<VisitQuestions> {
    const { actor, seat, patientId } = granted;
    const visitId = visitOf(granted);
    const listed = await questionsOf(this.db.manager, await readerOf(this.db.manager, actor), visitId);
    const mayAnswer = seat?.role === hostRole && seat.state !== 'removed';
    return {
      ...listed,
      mayWrite: seat?.role === 'patient' && seat.state !== 'removed',
      mayAnswer,
      patientId: mayAnswer ? patientId : null,
    };
  }

  @Post()
  @HttpCode(204)
  @Access('visit.questions.write', ['visitId'])
  @Id('visitId')
  @Keyed()
  @ApiOperation({ summary: 'Write a question' })
  @AnswersNothing('It is the last of the list')
  @Problems('questions_full')
  async write(
    @Grant() granted: Granted,
    @Req() request: Request,
    @Body({ schema: questionText }) body: z.output<typeof questionText>,
  ): Promise<void> {
    const visitId = visitOf(granted);
    const { locale } = await readerOf(this.db.manager, granted.actor);
    await this.writes.once(request, granted.actor, `POST /visits/${visitId}/questions`, body, async (em) => ({
      questionId: await writeQuestion(em, visitId, { text: body.text, language: locale }),
    }));
  }

  @Put(':questionId')
  @HttpCode(204)
  @Access('visit.questions.write', ['visitId'])
  @Id('visitId')
  @Id('questionId')
  @ApiOperation({ summary: 'Say it in other words' })
  @AnswersNothing('It is changed')
  async rewrite(
    @Grant() granted: Granted,
    @Param('questionId') questionId: string,
    @Body({ schema: questionText }) { text }: z.output<typeof questionText>,
  ): Promise<void> {
    await this.db.inTransaction((em) => rewriteQuestion(em, visitOf(granted), questionId, text));
  }

  @Put(':questionId/place')
  @HttpCode(204)
  @Access('visit.questions.write', ['visitId'])
  @Id('visitId')
  @Id('questionId')
  @ApiOperation({ summary: 'Put it elsewhere in the list' })
  @AnswersNothing('It is there')
  async place(
    @Grant() granted: Granted,
    @Param('questionId') questionId: string,
    @Body({ schema: questionPlace }) { place }: z.output<typeof questionPlace>,
  ): Promise<void> {
    await this.db.inTransaction((em) => placeQuestion(em, visitOf(granted), questionId, place));
  }

  @Delete(':questionId')
  @HttpCode(204)
  @Access('visit.questions.write', ['visitId'])
  @Id('visitId')
  @Id('questionId')
  @ApiOperation({ summary: 'Take a question back' })
  @AnswersNothing('It is gone')
  async remove(@Grant() granted: Granted, @Param('questionId') questionId: string): Promise<void> {
    await this.db.inTransaction((em) => removeQuestion(em, visitOf(granted), questionId));
  }

  @Put(':questionId/answered')
  @HttpCode(204)
  @Access('visit.questions.answer', ['visitId'])
  @Id('visitId')
  @Id('questionId')
  @ApiOperation({ summary: 'Say whether it has been answered' })
  @AnswersNothing('Remembered')
  @Problems('questions_full')
  async answer(
    @Grant() granted: Granted,
    @Param('questionId') questionId: string,
    @Body({ schema: questionAnswered }) { answered }: z.output<typeof questionAnswered>,
  ): Promise<void> {
    const by = granted.actor.personId;
    await this.db.inTransaction((em) => answerQuestion(em, visitOf(granted), questionId, { answered, by }));
  }
}

function visitOf({ visitId }: Granted): VisitId {
  if (!visitId) throw new OkaeriError('not_found');
  return visitId;
}

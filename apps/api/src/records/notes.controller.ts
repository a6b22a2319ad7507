import { Body, Controller, HttpCode, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, noteDraft, noteRead, noteSign, noteView } from '@okaeri/contracts';
import type { NoteView, VisitId } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import { keepDraft, markRead, notesOf, signNote } from '@okaeri/records';
import type { Request } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';

/** The note of a visit: kept while it is written, signed after, read by the patient. */
@Controller('api/visits')
export class NotesController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Put(':visitId/note')
  @Access('note.write', ['visitId'])
  @ApiOperation({ summary: 'Keep what is written of a note' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @Answers(noteView, 'The note as it is kept now')
  @Problems('version_changed', 'note_signed')
  async keep(
    @Grant() granted: Granted,
    @Body({ schema: noteDraft }) draft: z.output<typeof noteDraft>,
  ): Promise<NoteView> {
    const visitId = visitOf(granted);
    await this.db.inTransaction((em) => keepDraft(em, { visitId, by: granted.actor.personId, draft }));
    return this.#note(granted, visitId);
  }

  @Post(':visitId/note/sign')
  @HttpCode(200)
  @Access('note.sign', ['visitId'])
  @Keyed()
  @ApiOperation({ summary: 'Sign what is kept; from then on the patient may read it' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @Answers(noteView, 'The note with its new version')
  @Problems(
    ...(['version_changed', 'note_signed', 'note_empty', 'note_reason_needed'] as const),
    ...(['visit_early', 'visit_cancelled', 'visit_over'] as const),
  )
  async sign(
    @Grant() granted: Granted,
    @Req() request: Request,
    @Body({ schema: noteSign }) sign: z.output<typeof noteSign>,
  ): Promise<NoteView> {
    const visitId = visitOf(granted);
    const { actor } = granted;
    // The words of the note are not kept with the key: the answer is read anew.
    await this.writes.once(request, actor, `POST /visits/${visitId}/note/sign`, sign, (em) =>
      signNote(em, { visitId, by: actor.personId, sign }),
    );
    return this.#note(granted, visitId);
  }

  @Post(':visitId/note/read')
  @HttpCode(204)
  @Access('note.read', ['visitId'])
  @ApiOperation({ summary: 'Say that a version was read' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @AnswersNothing('Remembered, with the time of the first reading')
  async read(
    @Grant() granted: Granted,
    @Body({ schema: noteRead }) { noteId, number }: z.output<typeof noteRead>,
  ): Promise<void> {
    const read = { visitId: visitOf(granted), noteId, number, personId: granted.actor.personId };
    await this.db.inTransaction((em) => markRead(em, read));
  }

  async #note({ actor }: Granted, visitId: VisitId): Promise<NoteView> {
    const { note } = await notesOf(this.db.manager, await readerOf(this.db.manager, actor), visitId, true);
    if (!note) throw new OkaeriError('not_found');
    return note;
  }
}

function visitOf({ visitId }: Granted): VisitId {
  if (!visitId) throw new OkaeriError('not_found');
  return visitId;
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, Ledger } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { readyPage, readyQuery } from '@okaeri/contracts';
import type { ReadyPage, ReadyQuery } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers, Problems } from '../edge/answers';
import { readerOf } from '../pages/reader';
import { readyPageOf } from './ready-page';

/** What visits still need. */
@Controller('api')
export class ReadyController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
  ) {}

  @Get('pages/ready')
  @Access('ready.read')
  @ApiOperation({ summary: 'Visits ahead by what keeps them from being ready, and the next thing to do' })
  @Answers(readyPage, 'A piece of the board; the most pressing first')
  @Problems('cursor_bad')
  async ready(@Grant() { actor }: Granted, @Query({ schema: readyQuery }) query: ReadyQuery): Promise<ReadyPage> {
    const { page, rows } = await readyPageOf(this.db.manager, await readerOf(this.db.manager, actor), query);
    await this.ledger.write(
      ...rows.map(({ visitId, patientId }) => ({
        actorId: actor.personId,
        permission: 'ready.read' as const,
        outcome: 'allowed' as const,
        entity: 'visit' as const,
        entityId: visitId,
        patientId,
        via: 'http' as const,
      })),
    );
    return page;
  }
}

import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { doneTask, waiveTask, writeTask } from '@okaeri/care';
import { OkaeriError, taskForm, taskMade, taskWaive } from '@okaeri/contracts';
import type { TaskForm, TaskMade, TaskWaive } from '@okaeri/contracts';
import { Writes } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { Request } from 'express';
import { refusePast } from '../booking/booked-seats';
import { instantOf } from '../booking/wall-time';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';

/** What somebody wants done before a visit, and that it is done or need not be. */
@Controller('api')
export class TasksController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post('visits/:visitId/tasks')
  @HttpCode(200)
  @Access('task.write', ['visitId'])
  @Keyed()
  @Id('visitId')
  @ApiOperation({ summary: 'Write down what has to be done before a visit' })
  @Answers(taskMade, 'On the board, and on the page of whose it is')
  @Problems(
    ...(['fields_invalid', 'zone_unknown', 'time_skipped', 'time_repeated', 'time_past'] as const),
    ...(['not_allowed_now', 'visit_cancelled', 'visit_over', 'key_needed'] as const),
  )
  async write(
    @Req() request: Request,
    @Grant() { actor, visitId }: Granted,
    @Body({ schema: taskForm }) form: TaskForm,
  ): Promise<TaskMade> {
    if (!visitId) throw new OkaeriError('not_found');
    const { title, note, ownerRole, due } = form;
    const dueAt = instantOf(due);
    refusePast(dueAt, now(), actor);
    return this.writes.once(request, actor, `POST /visits/${visitId}/tasks`, form, async (em) => ({
      taskId: await writeTask(em, visitId, { title, note, ownerRole, dueAt, by: actor.personId }),
    }));
  }

  @Post('tasks/:taskId/done')
  @HttpCode(204)
  @Access('task.done', ['taskId'])
  @Id('taskId')
  @ApiOperation({ summary: 'Say that a task is done' })
  @AnswersNothing('Done; what follows from facts is ticked by nobody')
  @Problems('task_over', 'not_allowed_now')
  async done(@Grant() { actor }: Granted, @Param('taskId') taskId: string): Promise<void> {
    await this.writes.retried((em) => doneTask(em, taskId, actor.personId));
  }

  @Post('tasks/:taskId/waive')
  @HttpCode(204)
  @Access('task.write', ['taskId'])
  @Id('taskId')
  @ApiOperation({ summary: 'Say that a task need not be done, and why' })
  @AnswersNothing('Kept, with who said so and why')
  @Problems('fields_invalid', 'task_over')
  async waive(
    @Grant() { actor }: Granted,
    @Param('taskId') taskId: string,
    @Body({ schema: taskWaive }) { reason }: TaskWaive,
  ): Promise<void> {
    await this.writes.retried((em) => waiveTask(em, taskId, actor.personId, reason));
  }
}

import { Inject, Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { ErrorCode } from '@okaeri/contracts';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { z } from 'zod';

const answerKey = 'okaeri:answer';
const problemsKey = 'okaeri:problems';

/** What a route answers: documented, and enforced, so that a member nobody meant to send is not sent. */
export const Answers = (schema: z.ZodType, description: string): MethodDecorator =>
  applyDecorators(ApiOkResponse({ standardSchema: schema, description }), SetMetadata(answerKey, schema));

/** A route that answers nothing but that it is done. */
export const AnswersNothing = (description: string): MethodDecorator => ApiNoContentResponse({ description });

/** Errors of a route besides those that every route may give; for the documentation. */
export const Problems = (...codes: ErrorCode[]): MethodDecorator => SetMetadata(problemsKey, codes);

export function problemsOf(handler: object): ErrorCode[] {
  return (Reflect.getMetadata(problemsKey, handler) as ErrorCode[] | undefined) ?? [];
}

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const schema = this.reflector.get<z.ZodType | undefined>(answerKey, context.getHandler());
    if (!schema) return next.handle();
    return next.handle().pipe(
      map((answer) => {
        const result = schema.safeParse(answer);
        if (result.success) return result.data;
        // Where it is wrong, not what is there: the value may be a patient's.
        const places = result.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
        throw new Error(`An answer does not fit its schema at ${places.join(', ')}`);
      }),
    );
  }
}

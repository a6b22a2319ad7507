import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { keyHeader } from '@okaeri/platform';

/** A write that happens once for each key, however often it is asked for. */
export const Keyed = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: keyHeader,
      required: true,
      description: 'One for each step of a person, kept over retries: who asks again gets the first answer.',
      schema: { type: 'string', format: 'uuid', example: '5d3f6c1a-8b2e-4f70-9a61-c0d2e4f6a8b0' },
    }),
  );

/** An id in the path. */
export const Id = (name: string): MethodDecorator => ApiParam({ name, schema: { type: 'string', format: 'uuid' } });

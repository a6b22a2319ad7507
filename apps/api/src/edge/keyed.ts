import { ApiHeader } from '@nestjs/swagger';
import { keyHeader } from '@okaeri/platform';

/** A route that does a thing once for each key: who asks again with it gets the first answer. */
export const Keyed = (): MethodDecorator =>
  ApiHeader({
    name: keyHeader,
    required: true,
    description: 'A UUID of the deed, the same for every try of it. Asked again, it is answered and not done again.',
    schema: { type: 'string', format: 'uuid', example: '4f6a1d0e-2b7c-4c1d-9f33-5a0b7e6c8d21' },
  });

import { z } from 'zod';
import { EnvError, envFlag, envList, envPort, envUrl, processEnv, readEnv } from './env';

const schema = z.object({
  DATABASE_URL: envUrl('postgres:', 'postgresql:'),
  PORT: envPort.default(3000),
  SECRET: z.string().min(8),
  NODES: envList,
  DEMO: envFlag,
});

describe('the environment of a process', () => {
  it('names everything that is wrong at once, and no value', () => {
    const problem = (() => {
      try {
        readEnv(schema, { DATABASE_URL: 'mysql://user:hidden@host/db', PORT: '99999', DEMO: 'maybe' });
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(problem).toBeInstanceOf(EnvError);
    const { message, problems } = problem as EnvError;
    expect(problems.map(({ name }) => name).sort()).toEqual(['DATABASE_URL', 'DEMO', 'PORT', 'SECRET']);
    expect(message).toContain('SECRET: is not set');
    expect(message).not.toContain('hidden');
    expect(message).not.toContain('99999');
  });

  it('reads numbers, lists and flags, and takes an empty value for none', () => {
    const env = readEnv(schema, {
      DATABASE_URL: 'postgres://x/y',
      SECRET: 'long enough',
      PORT: '',
      NODES: 'a, b,',
      DEMO: '1',
    });
    expect(env).toEqual({
      DATABASE_URL: 'postgres://x/y',
      SECRET: 'long enough',
      PORT: 3000,
      NODES: ['a', 'b'],
      DEMO: true,
    });
    expect(readEnv(processEnv, {})).toEqual({ NODE_ENV: 'development', LOG_LEVEL: 'info' });
  });
});

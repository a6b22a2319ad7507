import { runInNewContext } from 'node:vm';
import { withRequest } from './context';
import { NestLog, createLog } from './log';

function capture(): { lines: () => Record<string, unknown>[]; log: ReturnType<typeof createLog>; text: () => string } {
  const written: string[] = [];
  const log = createLog({
    process: 'test',
    level: 'trace',
    destination: { write: (line: string) => void written.push(line) },
  });
  return {
    log,
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('the log', () => {
  it('writes a line of JSON in UTC with process and request', () => {
    const { log, lines } = capture();
    withRequest('request-1234', () => log.info({ count: 3 }, 'done'));
    expect(lines()[0]).toMatchObject({
      level: 'info',
      process: 'test',
      requestId: 'request-1234',
      count: 3,
      msg: 'done',
    });
    expect(lines()[0]?.['time']).toMatch(/Z$/);
  });

  it('leaves out what belongs to a person', () => {
    const { log, text } = capture();
    log.info({ name: 'Canary', token: 'Canary', person: { phone: 'Canary', nested: { email: 'Canary' } } }, 'told');
    expect(text()).not.toContain('Canary');
    expect(text()).toContain('[redacted]');
  });

  it('tells of a database error its code and place, not its values', () => {
    const { log, text, lines } = capture();
    const driverError = Object.assign(new Error('duplicate key: Canary'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (email)=(Canary) already exists.',
      table: 'person',
      constraint: 'person_persona_key',
    });
    const error = Object.assign(new Error('insert into person … Canary'), { driverError, parameters: ['Canary'] });
    log.error({ err: error }, 'could not write');
    log.error(error);
    log.error(error, 'with a text');
    expect(text()).not.toContain('Canary');
    expect(lines()[0]?.['err']).toMatchObject({
      code: '23505',
      message: 'database error at person, person_persona_key',
    });
  });

  it('tells of an error of another realm as of its own', () => {
    const { log, text, lines } = capture();
    const foreign = (code: string) => runInNewContext(code) as Error;
    const plain = foreign(`new TypeError('no such thing')`);
    expect(plain).not.toBeInstanceOf(Error);
    log.error({ err: plain }, 'could not do it');
    log.error(plain);
    new NestLog(log).error(plain);
    for (const line of lines()) {
      expect(line['err']).toMatchObject({ type: 'TypeError', message: 'no such thing' });
      expect((line['err'] as { stack: string }).stack).toContain('    at ');
    }
    const database = `Object.assign(new Error('of the driver: Canary'), { severity: 'ERROR', code: '23505' })`;
    log.error(foreign(`Object.assign(new Error('Canary'), { driverError: ${database}, parameters: ['Canary'] })`));
    expect(lines().at(-1)?.['err']).toMatchObject({ message: 'database error', code: '23505' });
    expect(text()).not.toContain('Canary');
  });
});

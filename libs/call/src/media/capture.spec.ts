import { problemOf } from './capture';

const named = (name: string) => Object.assign(new Error(name), { name });

describe('why there is no camera', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'taken'],
    ['AbortError', 'taken'],
    ['TypeError', 'unsupported'],
  ])('%s is %s', (name, problem) => {
    expect(problemOf(named(name))).toBe(problem);
  });

  it('takes what it does not know for a no', () => {
    expect(problemOf('what?')).toBe('denied');
  });
});

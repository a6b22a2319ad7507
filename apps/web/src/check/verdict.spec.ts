import { progressOf, verdictOf } from './verdict';

const all = { ownSound: true, soundBack: true, pictureBack: true };

describe('the verdict of the ten seconds', () => {
  it('is not given before they are over', () => {
    expect(verdictOf({ phase: 'idle', ...all })).toBeNull();
    expect(verdictOf({ phase: 'running', ...all })).toBeNull();
  });
  it('is good only when all came back', () => {
    expect(verdictOf({ phase: 'done', ...all })).toBe('good');
    expect(verdictOf({ phase: 'done', ...all, soundBack: false })).toBe('part');
    expect(verdictOf({ phase: 'done', ...all, pictureBack: null })).toBe('part');
  });
  it('is failed when the server was not reached', () => {
    expect(verdictOf({ phase: 'failed', ...all })).toBe('failed');
  });
});

it('counts up to a hundred', () => {
  expect(progressOf({ phase: 'running', secondsLeft: 10 })).toBe(0);
  expect(progressOf({ phase: 'running', secondsLeft: 3 })).toBe(70);
  expect(progressOf({ phase: 'done', secondsLeft: 0 })).toBe(100);
});

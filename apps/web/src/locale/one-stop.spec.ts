import { oneStop } from './one-stop';

it.each([
  [
    'Expected to begin: today at 9:50 a.m.. You need not do anything.',
    'Expected to begin: today at 9:50 a.m. You need not do anything.',
  ],
  ['They have been told: 9:50 a.m..', 'They have been told: 9:50 a.m.'],
  ['Looking for it...', 'Looking for it...'],
  ['開始予定：9:50。', '開始予定：9:50。'],
])('%s', (said, read) => expect(oneStop(said)).toBe(read));

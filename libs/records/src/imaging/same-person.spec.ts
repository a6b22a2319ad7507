import { doubtsOf } from './same-person';

const emily = { names: ['Émilie Tremblay', 'Emilie Tremblay'], birthDate: '1984-05-12' };
const taro = { names: ['山田 太郎', 'Yamada Taro', 'やまだ たろう'], birthDate: null };

describe('whose a picture is', () => {
  it.each([
    ['TREMBLAY^EMILIE', emily, []],
    ['Tremblay^É.', emily, []],
    ['', emily, []],
    ['Roy^Marc', emily, ['otherName']],
    ['Yamada^Tarou=山田^太郎=やまだ^たろう', taro, []],
    ['山田太郎', taro, []],
    ['鈴木^一郎', taro, ['otherName']],
    // In a script in which nothing is known of her nothing is said.
    ['Кузнецова^Анна', emily, []],
  ])('%s', (name, whose, doubts) => {
    expect(doubtsOf({ patient: { name, birthDate: null } }, whose)).toEqual(doubts);
  });

  it('is doubted by another day of birth, where both are known', () => {
    const born = (birthDate: string | null) => doubtsOf({ patient: { name: '', birthDate } }, emily);
    expect([born('1984-05-12'), born(null), born('1984-12-05')]).toEqual([[], [], ['otherBirthDate']]);
  });
});

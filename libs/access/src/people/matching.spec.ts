import { likeness } from './matching';
import type { Likeness } from './matching';

const emily: Likeness = {
  name: 'Emily Tremblay',
  nameLatin: 'Emily Tremblay',
  nameKana: 'エミリー・トレンブレー',
  birthDate: '1958-03-14',
  email: 'emily@home.example',
  phone: '+1 416-555-0142',
};
const somebody: Likeness = {
  name: 'Somebody Else',
  nameLatin: 'Somebody Else',
  nameKana: null,
  birthDate: '1990-01-01',
  email: null,
  phone: null,
};

describe('two records that may be one person', () => {
  it.each<[string, Partial<Likeness>, string[]]>([
    ['the name in another order and with marks', { name: 'TREMBLAY, Émily', nameLatin: 'TREMBLAY, Émily' }, ['name']],
    ['the other syllabary', { nameKana: 'えみりー とれんぶれー' }, ['kana']],
    ['an address in capitals', { email: 'Emily@Home.Example' }, ['email']],
    ['a number without its country', { phone: '(416) 555 0142' }, ['phone']],
  ])('are alike by %s and one birth date', (_, change, why) =>
    expect(likeness({ ...somebody, birthDate: emily.birthDate, ...change }, emily)).toEqual(why),
  );

  it('are alike by an address and one name, whatever the birth date', () =>
    expect(likeness({ ...somebody, name: 'Emily Roy', nameLatin: 'Emily Roy', email: emily.email }, emily)).toEqual([
      'email',
    ]));

  it.each<[string, Partial<Likeness>]>([
    ['a couple with one address', { name: 'Luc Roy', nameLatin: 'Luc Roy', email: emily.email, phone: emily.phone }],
    ['two who have one name', { name: emily.name, nameLatin: emily.nameLatin }],
    ['two of one birth date', { birthDate: emily.birthDate }],
    ['two without anything', { birthDate: null, nameKana: null, email: '', phone: '' }],
  ])('are not: %s', (_, change) => expect(likeness({ ...somebody, ...change }, emily)).toEqual([]));

  it('know Vietnamese and Japanese names in Latin letters', () => {
    const linh = { ...somebody, name: 'Nguyễn Thị Linh', nameLatin: 'Nguyen Thi Linh' };
    expect(likeness({ ...somebody, name: 'Linh Nguyen Thi', nameLatin: 'Linh Nguyen Thi' }, linh)).toEqual(['name']);
    expect(likeness({ ...somebody, name: 'Đỗ Vân', nameLatin: 'Do Van' }, { ...somebody, name: 'Do Van' })).toEqual([
      'name',
    ]);
  });
});

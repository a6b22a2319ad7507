import { hueOf, initialsOf } from './initials';

describe('portraits without a picture', () => {
  it.each([
    ['Emily Tremblay', 'ET'],
    ['Nguyễn Thị Linh', 'NL'],
    ['Élodie', 'É'],
    ['佐藤 健司', '佐'],
    ['김 서연', '김'],
    ['  ', ''],
  ])('shortens %s to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('gives a person one hue in every language', () => {
    const inJapanese = { display: '佐藤 健司 先生', bare: '佐藤 健司', original: null, originalLang: 'ja' };
    const inEnglish = { display: 'Dr. Sato Kenji', bare: 'Sato Kenji', original: '佐藤 健司', originalLang: 'ja' };
    expect(hueOf(inEnglish)).toBe(hueOf(inJapanese));
  });
});

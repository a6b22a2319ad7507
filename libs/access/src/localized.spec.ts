import type { Locale } from '@okaeri/contracts';
import { localized, nameFor } from './localized';

const sato = {
  name: '佐藤 健司',
  nameLatin: 'Sato Kenji',
  nameKana: 'さとう けんじ',
  language: 'ja' as const,
  country: 'JP',
};
const emily = {
  name: 'Emily Tremblay',
  nameLatin: 'Emily Tremblay',
  nameKana: 'エミリー・トレンブレー',
  language: 'en' as const,
  country: 'CA',
};
const linh = {
  name: 'Nguyễn Thị Linh',
  nameLatin: 'Nguyen Thi Linh',
  nameKana: 'グエン・ティ・リン',
  language: 'vi' as const,
  country: 'VN',
};
const kim = { name: '김민준', nameLatin: 'Kim Minjun', nameKana: null, language: 'ko' as const, country: 'KR' };
const wang = { name: '王秀英', nameLatin: 'Wang Xiuying', nameKana: null, language: 'en' as const, country: 'CA' };

describe('a name as its reader can read it', () => {
  it.each([
    [sato, 'en', 'Sato Kenji', '佐藤 健司', 'ja'],
    [sato, 'vi', 'Sato Kenji', '佐藤 健司', 'ja'],
    [sato, 'ja', '佐藤 健司', null, 'ja'],
    [sato, 'zh', '佐藤 健司', null, 'ja'],
    [sato, 'ko', 'Sato Kenji', '佐藤 健司', 'ja'],
    [emily, 'fr', 'Emily Tremblay', null, 'en'],
    [emily, 'ja', 'エミリー・トレンブレー', 'Emily Tremblay', 'en'],
    [linh, 'en', 'Nguyễn Thị Linh', null, 'vi'],
    [linh, 'ja', 'グエン・ティ・リン', 'Nguyễn Thị Linh', 'vi'],
    [kim, 'ko', '김민준', null, 'ko'],
    [kim, 'ja', 'Kim Minjun', '김민준', 'ko'],
    [wang, 'ja', '王秀英', null, 'zh-Hans'],
    [wang, 'en', 'Wang Xiuying', '王秀英', 'zh-Hans'],
  ] as const)('%j for %s', (person, reader, display, original, originalLang) => {
    expect(nameFor(person, reader as Locale)).toEqual({ display, bare: display, original, originalLang });
  });

  it.each([
    [{ ...sato, language: 'en' }, 'ja'],
    [{ ...sato, language: 'zh', country: 'CA' }, 'ja'],
    [{ ...sato, nameKana: null, language: 'en' }, 'ja'],
    [{ ...wang, country: 'TW' }, 'zh-Hant'],
    [{ ...kim, language: 'en' }, 'ko'],
    [{ ...linh, language: 'en' }, 'vi'],
    [{ ...emily, language: 'ja' }, 'und'],
  ] as const)('%j is marked as %s whatever language that person reads', (person, lang) => {
    expect(nameFor(person, 'en').originalLang).toBe(lang);
  });

  it.each([
    [sato, 'physician', 'en', 'Dr. Sato Kenji'],
    [sato, 'physician', 'fr', 'Dr Sato Kenji'],
    [sato, 'physician', 'vi', 'BS. Sato Kenji'],
    [sato, 'physician', 'ja', '佐藤 健司 先生'],
    [sato, 'physician', 'ko', 'Sato Kenji 선생님'],
    [sato, 'physician', 'zh', '佐藤 健司医生'],
    [emily, 'patient', 'en', 'Emily Tremblay'],
    [emily, 'patient', 'ja', 'エミリー・トレンブレー さん'],
    [emily, 'patient', 'ko', 'Emily Tremblay 님'],
    [linh, 'interpreter', 'vi', 'Nguyễn Thị Linh'],
    [linh, 'interpreter', 'ja', 'グエン・ティ・リン さん'],
  ] as const)('%j, %s, is for %s: %s', (person, role, reader, display) => {
    const name = nameFor(person, reader, role);
    expect(name).toEqual({ ...nameFor(person, reader), display });
    expect(display).toContain(name.bare);
  });

  it('is in kana for Japanese readers also when its bearer reads Japanese', () => {
    expect(nameFor({ ...emily, language: 'ja' }, 'ja').display).toBe('エミリー・トレンブレー');
  });
});

describe('a text that exists in some languages', () => {
  it('is said in the reader’s, else in English, else in any', () => {
    expect(localized({ en: 'Osaka', ja: '大阪' }, 'ja')).toBe('大阪');
    expect(localized({ en: 'Osaka', ja: '大阪' }, 'fr')).toBe('Osaka');
    expect(localized({ vi: 'Hà Nội' }, 'fr')).toBe('Hà Nội');
    expect(localized({}, 'en')).toBe('');
  });
});

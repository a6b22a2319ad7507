import type { Channel, Locale, SeatRole, StaffRole } from '@okaeri/contracts';
import type { Localized } from '@okaeri/access';

const osaka: Localized = { en: 'Osaka', ja: '大阪', vi: 'Osaka', fr: 'Osaka', zh: '大阪', ko: '오사카' };
const tokyo: Localized = { en: 'Tokyo', ja: '東京', vi: 'Tokyo', fr: 'Tokyo', zh: '东京', ko: '도쿄' };
const toronto: Localized = { en: 'Toronto', ja: 'トロント', vi: 'Toronto', fr: 'Toronto', zh: '多伦多', ko: '토론토' };
const vancouver: Localized = {
  en: 'Vancouver',
  ja: 'バンクーバー',
  vi: 'Vancouver',
  fr: 'Vancouver',
  zh: '温哥华',
  ko: '밴쿠버',
};
const hanoi: Localized = { en: 'Hanoi', ja: 'ハノイ', vi: 'Hà Nội', fr: 'Hanoï', zh: '河内', ko: '하노이' };
const sapporo: Localized = { en: 'Sapporo', ja: '札幌', vi: 'Sapporo', fr: 'Sapporo', zh: '札幌', ko: '삿포로' };

export interface DemoInstitution {
  key: string;
  name: Localized;
  city: Localized;
  country: string;
  zone: string;
  phone: string;
}

/** Made-up hospitals; the numbers belong to nobody (555-01xx, and ranges that were never given out). */
export const institutions: readonly DemoInstitution[] = [
  {
    key: 'osaka',
    name: {
      en: 'Naniwa International Hospital',
      ja: 'なにわ国際病院',
      vi: 'Bệnh viện Quốc tế Naniwa',
      fr: 'Hôpital international Naniwa',
      zh: '浪花国际医院',
      ko: '나니와 국제병원',
    },
    city: osaka,
    country: 'JP',
    zone: 'Asia/Tokyo',
    phone: '+81 6-0000-0110',
  },
  {
    key: 'tokyo',
    name: {
      en: 'Sumida Medical Centre',
      ja: 'すみだ医療センター',
      vi: 'Trung tâm Y tế Sumida',
      fr: 'Centre médical Sumida',
      zh: '隅田医疗中心',
      ko: '스미다 의료센터',
    },
    city: tokyo,
    country: 'JP',
    zone: 'Asia/Tokyo',
    phone: '+81 3-0000-0120',
  },
  {
    key: 'toronto',
    name: {
      en: 'Lakeshore General Hospital',
      ja: 'レイクショア総合病院',
      vi: 'Bệnh viện Đa khoa Lakeshore',
      fr: 'Hôpital général Lakeshore',
      zh: '湖岸综合医院',
      ko: '레이크쇼어 종합병원',
    },
    city: toronto,
    country: 'CA',
    zone: 'America/Toronto',
    phone: '+1 416-555-0130',
  },
];

export interface DemoPerson {
  /** Also the name of her host: `emily.localhost`. */
  persona: string;
  /** On her cards: what she is in her visits. */
  role: SeatRole;
  name: string;
  nameLatin: string;
  nameKana: string | null;
  language: Locale;
  zone: string;
  place: Localized;
  country: string;
  phone: string;
  email: string;
  birthDate?: string;
  /** By which ways she is told at first. */
  channels?: Channel[];
  /** What an interpreter interprets between, BCP 47. */
  languages?: string[];
  /** Institution keys, for staff. */
  works: readonly { at: string; as: StaffRole }[];
}

const person = (
  persona: string,
  role: SeatRole,
  names: [own: string, latin: string, kana: string],
  language: Locale,
  home: Pick<DemoPerson, 'zone' | 'place' | 'country' | 'phone' | 'birthDate' | 'channels' | 'languages'>,
  works: DemoPerson['works'] = [],
): DemoPerson => ({
  persona,
  role,
  name: names[0],
  nameLatin: names[1],
  nameKana: names[2],
  language,
  email: `${persona}@demo.example`,
  ...home,
  works,
});

const inOsaka = { zone: 'Asia/Tokyo', place: osaka, country: 'JP', phone: '+81 6-0000-0111' };
const inTokyo = { zone: 'Asia/Tokyo', place: tokyo, country: 'JP', phone: '+81 3-0000-0121' };
const inToronto = { zone: 'America/Toronto', place: toronto, country: 'CA', phone: '+1 416-555-0131' };

/** Everyone on the stage. The first three are the people of the visit that waits now. */
export const people: readonly DemoPerson[] = [
  person('emily', 'patient', ['Emily Tremblay', 'Emily Tremblay', 'エミリー・トレンブレー'], 'en', {
    ...inToronto,
    phone: '+1 416-555-0142',
    birthDate: '1958-03-14',
  }),
  person('sato', 'physician', ['佐藤 健司', 'Sato Kenji', 'さとう けんじ'], 'ja', inOsaka, [
    { at: 'osaka', as: 'physician' },
  ]),
  person('mori', 'interpreter', ['森 由紀', 'Mori Yuki', 'もり ゆき'], 'ja', { ...inOsaka, languages: ['ja', 'en'] }, [
    { at: 'osaka', as: 'interpreter' },
    { at: 'tokyo', as: 'interpreter' },
    { at: 'toronto', as: 'interpreter' },
  ]),
  person('hayashi', 'physician', ['林 直樹', 'Hayashi Naoki', 'はやし なおき'], 'ja', inOsaka, [
    { at: 'osaka', as: 'physician' },
  ]),
  person('tanaka', 'coordinator', ['田中 美咲', 'Tanaka Misaki', 'たなか みさき'], 'ja', inOsaka, [
    { at: 'osaka', as: 'coordinator' },
  ]),
  person('linh', 'patient', ['Nguyễn Thị Linh', 'Nguyen Thi Linh', 'グエン・ティ・リン'], 'vi', {
    zone: 'Asia/Ho_Chi_Minh',
    place: hanoi,
    country: 'VN',
    phone: '+84 24 0000 0150',
    channels: ['email', 'sms', 'app'],
    birthDate: '1971-09-02',
  }),
  person(
    'hoa',
    'interpreter',
    ['Phạm Thu Hòa', 'Pham Thu Hoa', 'ファム・トゥ・ホア'],
    'vi',
    { ...inOsaka, languages: ['ja', 'vi'] },
    [{ at: 'osaka', as: 'interpreter' }],
  ),
  person('grace', 'patient', ['Grace Wong', 'Grace Wong', 'グレース・ウォン'], 'en', {
    zone: 'America/Vancouver',
    place: vancouver,
    country: 'CA',
    phone: '+1 604-555-0160',
    birthDate: '1949-11-30',
  }),
  person('ito', 'physician', ['伊藤 彩', 'Ito Aya', 'いとう あや'], 'ja', inTokyo, [{ at: 'tokyo', as: 'physician' }]),
  person('kimura', 'coordinator', ['木村 蓮', 'Kimura Ren', 'きむら れん'], 'ja', inTokyo, [
    { at: 'tokyo', as: 'coordinator' },
  ]),
  person('haruto', 'patient', ['高橋 陽翔', 'Takahashi Haruto', 'たかはし はると'], 'ja', {
    zone: 'Asia/Tokyo',
    place: sapporo,
    country: 'JP',
    phone: '+81 11-0000-0170',
    birthDate: '1966-05-21',
  }),
  person('chen', 'physician', ['Margaret Chen', 'Margaret Chen', 'マーガレット・チェン'], 'en', inToronto, [
    { at: 'toronto', as: 'physician' },
  ]),
  person('roy', 'coordinator', ['Camille Roy', 'Camille Roy', 'カミーユ・ロワ'], 'fr', inToronto, [
    { at: 'toronto', as: 'coordinator' },
  ]),
];

/** Throws for who is not on the stage: the seed and the episodes must agree. */
export function demoPerson(persona: string): DemoPerson {
  const found = people.find((each) => each.persona === persona);
  if (!found) throw new Error(`Nobody in the demo world is called ${persona}.`);
  return found;
}

export function demoInstitution(key: string): DemoInstitution {
  const found = institutions.find((each) => each.key === key);
  if (!found) throw new Error(`No institution of the demo world is called ${key}.`);
  return found;
}

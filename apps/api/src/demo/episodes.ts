import type { Localized } from '@okaeri/access';

export interface DemoEpisode {
  key: string;
  patient: string;
  institution: string;
  title: Localized;
  /** As the hospital wrote it down. */
  treatment: string;
  /** Personas with a seat besides the patient; the languages of an interpreter follow. */
  seats: readonly { persona: string; interprets?: [string, string] }[];
  minutes: number;
  /** When its visits are: days from today on the institution's calendar, and the hour there. */
  week: readonly { day: number; hour: string }[];
}

/**
 * The first is the one with the visit that waits now, the second the one whose next visit is always minutes away. Hours
 * suit both sides, nobody is asked to come at night, and who is in two episodes is never in both at one time.
 */
export const episodes: readonly DemoEpisode[] = [
  {
    key: 'emily-proton',
    patient: 'emily',
    institution: 'osaka',
    title: {
      en: 'Follow-up after proton therapy',
      ja: '陽子線治療後の経過観察',
      vi: 'Tái khám sau xạ trị proton',
      fr: 'Suivi après protonthérapie',
      zh: '质子治疗后的随访',
      ko: '양성자 치료 후 경과 관찰',
    },
    treatment: '陽子線治療 30回（左肺）',
    seats: [{ persona: 'sato' }, { persona: 'mori', interprets: ['ja', 'en'] }, { persona: 'tanaka' }],
    minutes: 30,
    week: [
      { day: -84, hour: '08:30' },
      { day: -28, hour: '08:30' },
      { day: 1, hour: '08:30' },
    ],
  },
  {
    key: 'linh-liver',
    patient: 'linh',
    institution: 'osaka',
    title: {
      en: 'Check after liver surgery',
      ja: '肝切除術後の診察',
      vi: 'Khám lại sau phẫu thuật gan',
      fr: 'Contrôle après une opération du foie',
      zh: '肝脏手术后的复查',
      ko: '간 수술 후 진료',
    },
    treatment: '腹腔鏡下肝部分切除術',
    seats: [{ persona: 'hayashi' }, { persona: 'hoa', interprets: ['ja', 'vi'] }, { persona: 'tanaka' }],
    minutes: 30,
    week: [
      { day: -42, hour: '11:00' },
      { day: 2, hour: '11:00' },
      { day: 5, hour: '15:30' },
    ],
  },
  {
    key: 'grace-heart',
    patient: 'grace',
    institution: 'tokyo',
    title: {
      en: 'Review of heart medication',
      ja: '心臓のお薬の見直し',
      vi: 'Xem lại thuốc tim mạch',
      fr: 'Révision des médicaments pour le cœur',
      zh: '心脏用药复核',
      ko: '심장약 점검',
    },
    treatment: '心房細動のカテーテル治療',
    seats: [{ persona: 'ito' }, { persona: 'mori', interprets: ['ja', 'en'] }, { persona: 'kimura' }],
    minutes: 20,
    week: [
      { day: -21, hour: '09:30' },
      { day: 3, hour: '09:30' },
    ],
  },
  {
    key: 'haruto-knee',
    patient: 'haruto',
    institution: 'toronto',
    title: {
      en: 'Six months after the knee operation',
      ja: '膝の手術から6か月の診察',
      vi: 'Sáu tháng sau phẫu thuật đầu gối',
      fr: 'Six mois après l’opération du genou',
      zh: '膝关节手术六个月后复诊',
      ko: '무릎 수술 6개월 후 진료',
    },
    treatment: 'Right knee replacement',
    seats: [{ persona: 'chen' }, { persona: 'mori', interprets: ['en', 'ja'] }, { persona: 'roy' }],
    minutes: 30,
    week: [
      { day: -30, hour: '19:00' },
      { day: 1, hour: '19:00' },
      { day: 4, hour: '20:00' },
    ],
  },
];

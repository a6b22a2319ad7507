import type { Locale } from '@okaeri/contracts';

/** Who is in the story of a hospital, and what they write. Made-up people all. */
export interface Story {
  /** Of everybody's address: no two stories of one installation write to the same people. */
  domain: string;
  locale: Locale;
  patientLocale: Locale;
  hospital: { name: string; city: string };
  coordinator: [string, string];
  physician: [string, string];
  interpreter: [string, string];
  patient: [string, string];
  treatment: string;
  place: string;
  note: string;
  nextSteps: string;
  message: string;
  reason: string;
}

export const inEnglish: Story = {
  domain: 'bay.example',
  locale: 'en',
  patientLocale: 'en',
  hospital: { name: 'Osaka Bay Hospital', city: 'Osaka' },
  coordinator: ['Tanabe Megumi', 'Tanabe Megumi'],
  physician: ['佐々木 健', 'Sasaki Ken'],
  interpreter: ['Morita Yuki', 'Morita Yuki'],
  patient: ['Emma Turner', 'Emma Turner'],
  treatment: 'Proton therapy of the liver',
  place: 'Toronto',
  note: 'She is well three months after the last session. The scar does not hurt.',
  nextSteps: 'Blood test in two weeks.',
  message: 'Thank you. When shall I do the blood test?',
  reason: 'The operating list of the day is shorter.',
};

export const inJapanese: Story = {
  domain: 'wan.example',
  locale: 'ja',
  patientLocale: 'ja',
  hospital: { name: '大阪ベイ病院', city: '大阪' },
  coordinator: ['田辺 恵', 'Tanabe Megumi'],
  physician: ['佐々木 健', 'Sasaki Ken'],
  interpreter: ['森田 由紀', 'Morita Yuki'],
  patient: ['山本 花子', 'Yamamoto Hanako'],
  treatment: '肝臓の陽子線治療',
  place: 'トロント',
  note: '最後の照射から3か月が過ぎ、経過は良好です。傷の痛みはありません。',
  nextSteps: '2週間後に血液検査を受けてください。',
  message: 'ありがとうございます。血液検査はいつ受ければよいですか。',
  reason: '手術の予定が早く終わりました。',
};

/*
 * Made-up people and times of the examples in the documentation of the api. Nobody here exists.
 */
export const exampleIds = {
  episode: '6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6',
  visit: '3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  seat: '4c5d6e7f-8091-4a2b-9c3d-4e5f60718293',
  emily: '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e',
  sato: '1f0e9d8c-7b6a-4958-8776-655443322110',
  mori: '2a1b0c9d-8e7f-4061-9283-a4b5c6d7e8f9',
  osaka: '5e6f7081-92a3-4b4c-8d5e-6f708192a3b4',
};

export const exampleNames = {
  emily: { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' },
  sato: { display: 'Dr. Sato Kenji', bare: 'Sato Kenji', original: '佐藤 健司', originalLang: 'ja' },
  mori: { display: 'Mori Yuki', bare: 'Mori Yuki', original: '森 由紀', originalLang: 'ja' },
  tanaka: { display: 'Tanaka Megumi', bare: 'Tanaka Megumi', original: '田中 恵', originalLang: 'ja' },
};

export const exampleClock = {
  place: 'Toronto',
  zone: 'America/Toronto',
  zoneName: 'Eastern Standard Time',
  date: 'Tuesday, November 24',
  time: '7:00 p.m.',
};

export const exampleWhen = {
  startsAt: '2026-11-25T00:00:00Z',
  endsAt: '2026-11-25T00:30:00Z',
  minutes: 30,
  yours: exampleClock,
  theirs: {
    place: 'Osaka',
    zone: 'Asia/Tokyo',
    zoneName: 'Japan Standard Time',
    date: 'Wednesday, November 25',
    time: '9:00 a.m.',
  },
  relative: 'in 2 days',
  sentence: 'Tuesday, November 24, 7:00 p.m. in Toronto. In Osaka it is Wednesday, November 25, 9:00 a.m.',
};

export const exampleCard = {
  visitId: exampleIds.visit,
  status: 'booked' as const,
  when: exampleWhen,
  title: 'Follow-up after proton therapy',
  institution: 'Naniwa International Hospital',
  other: exampleNames.sato,
  otherPlace: 'Osaka',
  myRole: 'patient' as const,
  door: 'early' as const,
  waiting: [],
  kind: 'visit' as const,
  version: 3,
  confirmed: false,
  declined: false,
  movedFrom: null,
  episodeId: null,
  interpreter: exampleNames.mori,
  expectedWords: null,
  things: [],
};

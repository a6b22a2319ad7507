import { checkCatalogues } from './words-rules.mjs';
import { keysInUse } from './words-use.mjs';

type Catalogues = Record<string, Record<string, string>>;

/** Two sentences in six languages with which nothing is wrong. */
const sound = (): Catalogues => ({
  en: {
    'wait.count': '{count, plural, =0 {Nobody is waiting} one {# person is waiting} other {# people are waiting}}',
    'wait.told': 'We have told {name} that you are here.',
  },
  ja: {
    'wait.count': '{count, plural, =0 {お待ちの方はいません} other {#名がお待ちです}}',
    'wait.told': 'ご到着を{name}にお知らせしました。',
  },
  vi: {
    'wait.count': '{count, plural, =0 {Không có ai đang chờ} other {# người đang chờ}}',
    'wait.told': 'Chúng tôi đã báo cho {name} biết quý vị đã đến.',
  },
  fr: {
    'wait.count':
      '{count, plural, =0 {Personne n’est arrivé} one {# personne attend} many {# de personnes attendent} other {# personnes attendent}}',
    'wait.told': 'Nous avons prévenu {name} de votre arrivée.',
  },
  zh: {
    'wait.count': '{count, plural, =0 {没有人在等候} other {#人正在等候}}',
    'wait.told': '我们已通知{name}您到了。',
  },
  ko: {
    'wait.count': '{count, plural, =0 {기다리는 분이 없습니다} other {#명이 기다립니다}}',
    'wait.told': '{name}께 도착하셨다고 알려 드렸습니다.',
  },
});

/** What the gate says when one message is another one. */
function withMessage(locale: string, message: string | undefined, key = 'wait.told'): string[] {
  const catalogues = sound();
  const catalogue = catalogues[locale]!;
  if (message === undefined) delete catalogue[key];
  else catalogue[key] = message;
  return checkCatalogues(catalogues, {});
}

describe('the translation gate', () => {
  it('has nothing to say about sound catalogues', () => {
    expect(checkCatalogues(sound(), {})).toEqual([]);
  });

  it.each([
    ['a key that is not translated', 'ja', undefined, /^ja wait\.told: not translated/],
    ['an empty message', 'ko', ' ', /text without blanks/],
    ['a message that ICU cannot read', 'vi', 'Chúng tôi đã báo cho {name', /cannot be read/],
    ['an exclamation mark', 'zh', '我们已通知{name}您到了！', /exclamation/],
    ['a straight quote', 'fr', "Nous avons prévenu {name} de l'arrivée.", /straight quote/],
  ])('catches %s', (_what, locale, message, problem) => {
    expect(withMessage(locale, message)).toEqual([expect.stringMatching(problem)]);
  });

  it.each(['ja', 'vi', 'fr', 'zh', 'ko'])('catches a message equal to English in %s', (locale) => {
    expect(withMessage(locale, sound()['en']!['wait.told'])).toContainEqual(expect.stringMatching(/equal to English/));
  });

  it('lets an equal word pass that the short list names, in that language only', () => {
    const catalogues = sound();
    for (const catalogue of Object.values(catalogues)) catalogue['common.menu'] = 'Menu';
    const ordered = Object.fromEntries(
      Object.entries(catalogues).map(([locale, messages]) => [
        locale,
        Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
    );
    const equal = (same: Record<string, string[]>) =>
      checkCatalogues(ordered, same).filter((problem) => problem.includes('equal to English'));
    expect(equal({ 'common.menu': ['fr', 'vi'] }).map((problem) => problem.slice(0, 2))).toEqual(['ja', 'zh', 'ko']);
  });

  it('lets messages of placeholders and names alone be equal', () => {
    const catalogues = sound();
    for (const catalogue of Object.values(catalogues)) catalogue['wait.who'] = '{name} · Okaeri';
    expect(checkCatalogues(catalogues, {})).toEqual([]);
  });

  it.each([
    ['Latin letters in Japanese', 'ja', 'Go-tochaku wo {name} ni oshirase shimashita.', /neither kana nor kanji/],
    ['Chinese in Japanese', 'ja', '我们已通知{name}您已经到达候诊室了请稍等', /no kana/],
    ['Japanese in Chinese', 'zh', 'ご到着を{name}にお知らせしました。', /has kana/],
    ['pinyin in Chinese', 'zh', 'Women yi tongzhi {name}.', /no Chinese characters/],
    ['traditional characters in Chinese', 'zh', '我們已通知{name}您到了。', /traditional/],
    ['Latin letters in Korean', 'ko', '{name}kke allyeo deuryeotseumnida.', /no Hangul/],
    ['a Japanese word left in Korean', 'ko', '{name}さん께 알려 드렸습니다.', /has kana/],
    ['Vietnamese without marks', 'vi', 'Chung toi da bao cho {name} biet quy vi da den.', /no Vietnamese marks/],
    [
      'a long French sentence without accents',
      'fr',
      'Nous avons dit au docteur que vous attendez dans la salle, {name}.',
      /no French accents/,
    ],
    ['a French participle without its accent', 'fr', 'La porte est fermee, {name}.', /participle/],
    ['a short Vietnamese word without marks', 'vi', 'Quay lai, {name}', /no Vietnamese marks/],
    ['English words in French', 'fr', 'Your physician is told that {name} waits', /English words|neither French/],
    ['half-translated Japanese', 'ja', '{name} was told about your arrival です', /mostly Latin/],
  ])('catches %s', (_what, locale, message, problem) => {
    expect(withMessage(locale, message)).toContainEqual(expect.stringMatching(problem));
  });

  it('catches a French word that lost the accents it has elsewhere', () => {
    const catalogues = sound();
    catalogues['fr']!['wait.told'] = 'Nous avons trouvé votre caméra, {name}.';
    catalogues['fr']!['wait.count'] =
      '{count, plural, =0 {Votre camera} one {# est là} many {# sont là} other {# sont là}}';
    catalogues['fr']!['wait.why'] = 'La caméra est prête.';
    for (const locale of ['en', 'ja', 'vi', 'zh', 'ko'])
      catalogues[locale]!['wait.why'] = catalogues[locale]!['wait.told']!;
    expect(checkCatalogues(catalogues, {})).toContainEqual(expect.stringMatching(/fr wait\.count: .*"caméra"/));
  });

  it.each([
    ['a placeholder that is missing', 'fr', 'Nous avons prévenu le médecin.', /lacks the placeholder \{name\}/],
    ['a placeholder with another name', 'vi', 'Chúng tôi đã báo cho {ten}.', /has the placeholder \{ten\}/],
    ['a placeholder of another kind', 'ko', '{name, number}께 알려 드렸습니다.', /uses \{name\} as number/],
  ])('catches %s', (_what, locale, message, problem) => {
    expect(withMessage(locale, message)).toContainEqual(expect.stringMatching(problem));
  });

  it('catches choices other than those of English', () => {
    const catalogues = sound();
    const choice = '{role, select, physician {Dr.} other {you}}';
    for (const [locale, catalogue] of Object.entries(catalogues)) {
      catalogue['wait.who'] = locale === 'ja' ? '{role, select, doctor {先生} other {さん}}' : choice;
    }
    expect(checkCatalogues(catalogues, {})).toContainEqual(expect.stringMatching(/^ja wait\.who: chooses by \{role\}/));
  });

  it.each([
    ['French without many', 'fr', '{count, plural, =0 {Aucune} one {# arrivée} other {# arrivées}}', /lacks many/],
    ['English without one', 'en', '{count, plural, =0 {Nobody} other {# people}}', /lacks one/],
    ['Japanese with one', 'ja', '{count, plural, =0 {なし} one {ひとり} other {#名}}', /has one, which/],
    ['a lost form for none', 'ko', '{count, plural, other {#명이 기다립니다}}', /exact forms/],
  ])('catches %s', (_what, locale, message, problem) => {
    expect(withMessage(locale, message, 'wait.count')).toContainEqual(expect.stringMatching(problem));
  });

  it('catches keys out of order, keys that English lacks and keys of another shape', () => {
    const catalogues = sound();
    catalogues['ja'] = Object.fromEntries(Object.entries(catalogues['ja']!).reverse());
    catalogues['ko']!['wait.zero'] = '없음';
    for (const catalogue of Object.values(catalogues)) catalogue['Zzz'] = '…';
    const problems = checkCatalogues(catalogues, {});
    expect(problems).toContainEqual(expect.stringMatching(/^ja .*sorted/));
    expect(problems).toContainEqual(expect.stringMatching(/^ko wait\.zero: English has no such key/));
    expect(problems).toContainEqual(expect.stringMatching(/^en Zzz: a key is/));
  });
});

describe('keys in use', () => {
  const keys = ['error.not_found', 'error.page.title', 'check.reason.taken.title', 'wait.told', 'wait.never'];

  it('finds keys written out and keys put together', () => {
    const sources = [
      "say(locale, 'wait.told')",
      'say(`error.${problem.code}`)',
      't(`check.reason.${map({ a: 1 })}.title`)',
    ];
    expect(keysInUse(sources, keys)).toEqual(new Set(['check.reason.taken.title', 'error.not_found', 'wait.told']));
  });
});

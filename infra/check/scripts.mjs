/** Names that are written alike in every language; they prove nothing about the rest of a sentence. */
const names = /\b(Okaeri|Chrome|Edge|Firefox|Safari|https|Wi-Fi|QR|ms)\b/g;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /\p{Script=Han}/u;
const hangul = /\p{Script=Hangul}/u;
const latin = /\p{Script=Latin}/gu;
const vietnameseMarks = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
const frenchMarks = /[àâæçéèêëîïôœùûüÿ]/i;
const eastAsian = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u;
/** Characters of everyday words in a clinic that the simplified script writes otherwise. */
const traditional =
  /[醫師診療這個們來時間開關請輸頁設備聲畫話電號碼視訊對應結網絡連線讓選擇檢測試圖麥風鏡頭場現發為與從後會國語譯員專業問題點擊進離]/u;

/** French has short sentences without an accent, but hardly a long one, and none without these words. */
const frenchLength = 14;
const frenchAccentLength = 40;
const frenchWords =
  /(^|[^\p{L}])((d|j|l|n|qu|s)’\p{L}|(au|aux|avec|ce|ces|cette|dans|de|des|du|elle|en|est|et|il|la|le|les|ne|nous|ou|par|pas|plus|pour|que|qui|se|son|sur|un|une|vos|votre|vous)(?=$|[^\p{L}]))/iu;
const englishWords =
  /(^|[^\p{L}])(and|are|for|has|have|in|is|it|of|please|that|the|this|to|was|with|you|your)(?=$|[^\p{L}])/giu;

/** The letters that a reader sees, without placeholders and without names. */
export function lettersOf(text) {
  return text.replace(names, '').replace(/[^\p{L}]/gu, '');
}

/**
 * Says why a message is not written as its language is, or `null`. `unmarked` is set for the few messages that are
 * right without the marks that this language's words nearly always carry.
 */
export function foreignScript(locale, { text, longest }, unmarked = false) {
  const words = text.replace(names, '');
  const letters = lettersOf(text);
  if (letters === '') {
    return null;
  }
  const strangers = letters.match(latin)?.length ?? 0;
  switch (locale) {
    case 'en':
      return eastAsian.test(words) ? 'has letters of another script' : null;
    case 'ja':
      if (hangul.test(words)) return 'has Korean letters';
      if (!kana.test(words) && !han.test(words)) return 'has neither kana nor kanji';
      if (letters.length > 12 && !kana.test(words)) return 'is long and has no kana; is it Chinese?';
      return strangers > letters.length / 2 ? 'is mostly Latin letters' : null;
    case 'zh':
      if (kana.test(words)) return 'has kana';
      if (hangul.test(words)) return 'has Korean letters';
      if (!han.test(words)) return 'has no Chinese characters';
      if (traditional.test(words)) return 'has traditional characters; it is read in simplified ones';
      return strangers > letters.length / 2 ? 'is mostly Latin letters' : null;
    case 'ko':
      if (kana.test(words)) return 'has kana';
      if (!hangul.test(words)) return 'has no Hangul';
      return strangers > letters.length / 2 ? 'is mostly Latin letters' : null;
    case 'vi':
      if (eastAsian.test(words)) return 'has letters of another script';
      return !unmarked && !vietnameseMarks.test(words) ? 'has no Vietnamese marks' : null;
    case 'fr':
      if (eastAsian.test(words)) return 'has letters of another script';
      return notFrench(words, lettersOf(longest).length, unmarked);
    default:
      return `is in "${locale}", whose script this gate does not know`;
  }
}

function notFrench(words, length, unmarked) {
  const accents = frenchMarks.test(words);
  if (/\p{L}ees?(?=$|[^\p{L}])/u.test(words)) return 'has a participle without its accent';
  if (length > frenchAccentLength && !accents && !unmarked) return 'is long and has no French accents';
  if (length > frenchLength && !accents && !frenchWords.test(words))
    return 'has neither French accents nor French words';
  const english = new Set([...words.matchAll(englishWords)].map((match) => match[2].toLowerCase()));
  return english.size >= 2 && !accents ? `has English words (${[...english].join(', ')})` : null;
}

const bare = (word) => word.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * Words that a language's other messages write with marks, as a map from the bare word ("camera") to the right one
 * ("caméra"). Participles ("terminé" beside "termine") and short words ("où" beside "ou") prove nothing.
 */
export function markedWords(texts) {
  const counts = new Map();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const marked = new Map();
  for (const [word, count] of counts) {
    const plain = bare(word);
    const participle = bare(word.replace(/ée?s?$/u, '')) === word.replace(/ée?s?$/u, '');
    if (plain !== word && plain.length > 3 && !participle && count > (counts.get(plain) ?? 0)) {
      marked.set(plain, word);
    }
  }
  return marked;
}

/** The first word of a text that lacks its marks, as the right word, or `null`. */
export function unmarkedWord(text, marked) {
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (marked.has(word)) {
      return marked.get(word);
    }
  }
  return null;
}

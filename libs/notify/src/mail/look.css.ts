/**
 * The look of a mail: the house's colours on a single column. Programs that read mail know little CSS, so every rule is
 * written onto its element; only the dark ground, which an element cannot ask for, stands in the head.
 */
export const colours = {
  ground: '#f6f5f2',
  card: '#ffffff',
  line: '#dcdfe3',
  text: '#1c2127',
  quiet: '#4b535d',
  accent: '#1f4d6b',
  onAccent: '#ffffff',
  soft: '#eef5f9',
} as const;

const dark = {
  ground: '#15181c',
  card: '#1c2127',
  line: '#373e47',
  text: '#e9ebee',
  quiet: '#b9bec4',
  accent: '#8cb6cd',
  onAccent: '#10222e',
  soft: '#23313b',
} as const;

const fonts: Partial<Record<string, string>> = {
  ja: `'Hiragino Sans','Yu Gothic UI','Noto Sans JP','Noto Sans CJK JP',`,
  zh: `'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',`,
  ko: `'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',`,
};

export const fontOf = (locale: string): string =>
  `-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',${fonts[locale] ?? ''}Arial,sans-serif`;

/** Classes name what changes at night; `!important` is needed against the rule on the element. */
export const head = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: ${dark.ground} !important; }
  .card { background: ${dark.card} !important; border-color: ${dark.line} !important; }
  .text { color: ${dark.text} !important; }
  .quiet { color: ${dark.quiet} !important; }
  .soft { background: ${dark.soft} !important; }
  .button { background: ${dark.accent} !important; color: ${dark.onAccent} !important; }
  .line { border-color: ${dark.line} !important; }
}
@media (max-width: 480px) {
  .card { padding: 24px 20px !important; }
}`;

const names = new Map<string, Intl.DisplayNames>();

/** A country as the reader calls it. */
export function countryName(code: string, tag: string): string {
  let known = names.get(tag);
  if (!known) {
    known = new Intl.DisplayNames([tag], { type: 'region' });
    names.set(tag, known);
  }
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}

/** In the order in which the reader's language sorts them. */
export function sortedCountries(codes: readonly string[], tag: string): { code: string; name: string }[] {
  const order = new Intl.Collator(tag);
  return codes.map((code) => ({ code, name: countryName(code, tag) })).sort((a, b) => order.compare(a.name, b.name));
}

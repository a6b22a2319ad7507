import { NumberUnreadable, canBeKept, canonical, parseExact } from './exact';

describe('what came as it came', () => {
  it('keeps how a number was written, in whatever order its members come', () => {
    const text = '{"b":[1.50,2,10e3,-0.0],"a":{"d":"1.50","c":null}}';
    expect(canonical(parseExact(text))).toBe('{"a":{"c":null,"d":"1.50"},"b":[1.50,2,10e3,-0.0]}');
    expect(canonical(parseExact('{"a":{"c":null,"d":"1.50"},"b":[1.50,2,10e3,-0.0]}'))).toBe(
      canonical(parseExact(text)),
    );
  });

  it.each(['[1e999]', '[1e-9999]', `[0.${'1'.repeat(60)}]`])('stops at %s', (text) =>
    expect(() => parseExact(text)).toThrow(NumberUnreadable),
  );

  it.each([
    ['a text', true],
    ['a\u0000b', false],
    ['a\ud800b', false],
    ['😀', true],
    ['written out: \\u0000', true],
  ])('knows what a database can hold: %j', (text, holds) => expect(canBeKept(JSON.stringify(text))).toBe(holds));
});

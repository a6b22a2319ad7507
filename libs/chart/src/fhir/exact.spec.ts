import { NumberUnreadable, canBeKept, canonical, parseExact } from './exact';

describe('what came as it came', () => {
  it('keeps how a number was written, in whatever order its members come', () => {
    const text = '{"b":[1.50,2,10e3,-0.0],"a":{"d":"1.50","c":null}}';
    expect(canonical(parseExact(text))).toBe('{"a":{"c":null,"d":"1.50"},"b":[1.50,2,10e3,-0.0]}');
    expect(canonical(parseExact('{"a":{"c":null,"d":"1.50"},"b":[1.50,2,10e3,-0.0]}'))).toBe(
      canonical(parseExact(text)),
    );
  });

  it('takes no text for a number, and no number for a text', () => {
    const text = String.raw`["1.50","a\"1.50","\\",1.50,{"x 2.0":-0,"__proto__":{"a":1.0}}]`;
    expect(canonical(parseExact(text))).toBe(
      String.raw`["1.50","a\"1.50","\\",1.50,{"__proto__":{"a":1.0},"x 2.0":-0}]`,
    );
    for (const broken of ['[01]', '[1.]', '[+1]', '[--1]', '[1e]', '{1.50:2}', '"1.50', '[1.50'])
      expect(() => parseExact(broken)).toThrow(SyntaxError);
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

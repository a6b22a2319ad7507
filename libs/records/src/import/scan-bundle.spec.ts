import { readBundle } from './read-bundle';
import { scanFile } from './scan-bundle';

const most = 1000;
const bundle = (entry: string) => `{"resourceType":"Bundle","type":"collection","entry":${entry}}`;
const basic = '{"resource":{"resourceType":"Basic","code":{"text":"x"}}}';

/** Each entry as it is written. */
function entries(text: string): string[] {
  const scanned = scanFile(Buffer.from(text), most);
  if (typeof scanned === 'string') throw new Error(scanned);
  const bytes = Buffer.from(text);
  return Array.from({ length: scanned.places.length / 2 }, (_, at) =>
    bytes.toString('utf8', scanned.places[2 * at], scanned.places[2 * at + 1]),
  );
}

describe('the entries of a bundle', () => {
  it.each([
    ['none', bundle('[ \n ]'), []],
    [
      'several, with what looks like marks in their texts',
      bundle('[{"a":"],[}\\""}, [1,[2]] ,"x,y", 7]'),
      ['{"a":"],[}\\""}', ' [1,[2]] ', '"x,y"', ' 7'],
    ],
    ['beside members of their name further down', '{"a":{"entry":[1]},"entry":[2],"b":["entry",3]}', ['2']],
    ['as the value of a text of that name', '{"a":"entry","b":[1]}', []],
    ['of the last of two lists', '{"entry":[1,2],"entry":[3]}', ['3']],
    ['of none where the last is no list', '{"entry":[1,2],"entry":7}', []],
    ['under a name that is written by codes', '{"\\u0065ntry":[1]}', ['1']],
    ['of a list alone', ' [{"entry":[1]},[2]]', ['{"entry":[1]}', '[2]']],
    ['in more than seven bits', bundle('["患者",  "é"]'), ['"患者"', '  "é"']],
  ])('are found: %s', (_, text, expected) => {
    expect(entries(text)).toEqual(expected);
    const parsed = JSON.parse(text) as { entry?: unknown } | unknown[];
    const entry = Array.isArray(parsed) ? parsed : parsed.entry;
    expect(entries(text).map((each) => JSON.parse(each) as unknown)).toEqual(Array.isArray(entry) ? entry : []);
  });

  it('are the lines where there is one in each', () => {
    expect(entries('\n{"entry":[1,\t2]}\r\n \n{"a":"{\\n"}\n')).toEqual(['{"entry":[1,\t2]}\r', '{"a":"{\\n"}']);
    const lines = (count: number) => scanFile(Buffer.from('{}\n'.repeat(count)), most);
    expect(lines(most)).toMatchObject({ head: '[]' });
    expect(lines(most + 1)).toBe('tooMany');
  });

  it.each([
    ['a comma too many', bundle(`[${basic},]`)],
    ['a comma too few', bundle(`[${basic} ${basic}]`)],
    ['a missing end of the list', '{"resourceType":"Bundle","type":"collection","entry":[1'],
    ['a missing end', '{"resourceType":"Bundle","type":"collection","entry":[1]'],
    ['brackets that do not fit', bundle('[{"a":1]]')],
    ['another end than its beginning', bundle(`[${basic}}`)],
    ['another end than its beginning in a list', '[1}'],
    ['no end of a list', '[1'],
    ['half a line', `${basic}\n{"a":`],
    ['something behind the end', `${bundle(`[${basic}]`)}]`],
    ['two texts at once', '{"a":"entry":[1]}'],
    ['a list at the top', '["entry":[1]]'],
  ])('are no JSON with %s', (_, text) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(readBundle(Buffer.from(text))).toBe('notJson');
  });

  it('may be so many and lie so deep, and no more', () => {
    expect(scanFile(Buffer.from(bundle(`[${'1,'.repeat(most - 1)}1]`)), most)).toHaveProperty('places');
    expect(scanFile(Buffer.from(bundle(`[${'1,'.repeat(most)}1]`)), most)).toBe('tooMany');
    const deep = (depth: number) => bundle(`[${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}]`);
    expect(readBundle(Buffer.from(deep(100)))).toMatchObject({ count: 1 });
    expect(readBundle(Buffer.from(deep(101)))).toBe('tooDeep');
  });

  it('and what is around them may be so much, also where it looks like entries', () => {
    const many = `[${'[],'.repeat(251_000)}1]`;
    const of = (text: string) => scanFile(Buffer.from(text), most);
    expect(of(bundle(`[${many}]`))).toBe('tooMuch');
    expect(of(`{"a":${many}}`)).toBe('tooMuch');
    const some = Array.from({ length: 900 }, () => `[${'[],'.repeat(300)}1]`).join(',');
    expect(of(`{"entry":[${some}]}`)).toMatchObject({ head: '{"entry":[]}' });
    expect(of(`{"entry":[${some}],"entry":[]}`)).toBe('tooMuch');
    expect(of(bundle(`["${'x'.repeat(16_777_216)}"]`))).toBe('tooMuch');
  });

  it('are the same in a file that is too long to be held as a whole', () => {
    const number =
      '{"resource":{"resourceType":"Basic","code":{"text":"x"},"extension":[{"url":"u","valueDecimal":1.50}]}}';
    const long = bundle(`[${number},${`${' '.repeat(1_048_576)}${basic},`.repeat(17)}${basic}]`);
    const file = readBundle(Buffer.from(long));
    if (typeof file === 'string') throw new Error(file);
    expect([file.count, file.entries]).toEqual([19, null]);
    expect(JSON.stringify(file.entry(0).exact)).toContain('1.50');
    expect(file.entry(18).resource).toEqual({ resourceType: 'Basic', code: { text: 'x' } });
  });

  it('are read behind a mark of the order of bytes', () => {
    expect(readBundle(Buffer.from(`\ufeff${bundle(`[${basic}]`)}`))).toMatchObject({ count: 1 });
    for (const blank of ['', ' \n\t']) expect(readBundle(Buffer.from(blank))).toBe('empty');
    expect(readBundle(Buffer.from([0x7b, 0xff, 0x7d]))).toBe('notText');
  });
});

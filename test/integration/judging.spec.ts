import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Verdict } from '../../libs/records/src/import/judge-bytes';
import { judge } from '../../libs/records/src/judging/judge';
import { Lane, TooMuch } from '../../libs/records/src/judging/lane';
import { longRecord } from '../support/long-record';
import { cdaDocument } from '../support/sample-cda';
import { sampleRecord } from '../support/sample-record';

jest.setTimeout(60_000);

const build = resolve(process.env['OKAERI_BUILD'] ?? 'dist');
const thread = join(build, 'libs/records/src/judging/thread.js');
const about = { sha256: 'x', birthDate: '1984-05-12' };
const limit = { milliseconds: 60_000, stays: true };

interface All {
  rows: string[];
  verdict: Verdict;
}

/** Real: the thread of the build. */
describe('files judged in a thread of their own', () => {
  const lanes: Lane[] = [];
  const lane = (more: Partial<typeof limit> = {}): Lane => {
    const made = new Lane(thread, { ...limit, ...more });
    lanes.push(made);
    return made;
  };
  afterAll(() => Promise.all(lanes.map((each) => each.end())));

  const inThread = async (judged: AsyncGenerator<string, Verdict>): Promise<All> => {
    const rows: string[] = [];
    let next = await judged.next();
    for (; !next.done; next = await judged.next()) rows.push(next.value);
    return { rows, verdict: next.value };
  };
  const here = (text: string | Buffer): All => {
    const judged = judge(Buffer.from(text), about);
    const rows: string[] = [];
    let next = judged.next();
    for (; !next.done; next = judged.next()) rows.push(next.value);
    return { rows, verdict: next.value };
  };

  it('come to the same as where they stand, also several at once', async () => {
    const texts = [sampleRecord(), longRecord('several', 2600), cdaDocument(), '{"resourceType":', '', '[]'];
    const one = lane();
    const answers = await Promise.all(texts.map((text) => inThread(one.judge(Buffer.from(text), about))));
    expect(answers).toEqual(texts.map(here));
    expect(answers.map(({ rows }) => rows.length)).toEqual([1, 6, 1, 0, 0, 0]);
  });

  it('come to the same in whichever shape they are', async () => {
    const line = JSON.stringify(JSON.parse(sampleRecord()));
    const files = [
      ...[gzipSync(longRecord('packed', 600)), Buffer.from(sampleRecord(), 'utf16le'), Buffer.from(`[${line}]`)],
      ...[Buffer.from(`${line}\n{"resourceType":"Basic","code":{"text":"x"}}\n`), Buffer.from(xml('<id value="1"/>'))],
    ];
    const one = lane();
    for (const file of files) {
      const there = await inThread(one.judge(file, about));
      expect(there).toEqual(here(file));
      expect(there.rows.length).toBeGreaterThan(0);
    }
  });
  const xml = (inside: string) => `<Basic xmlns="http://hl7.org/fhir">${inside}<code><text value="x"/></code></Basic>`;

  it('hold up nobody: the thread that serves everybody turns meanwhile', async () => {
    let turns = 0;
    let over = false;
    const turn = () => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    const judged = inThread(lane().judge(Buffer.from(longRecord('long', 8000)), about));
    turn();
    expect((await judged).rows.length).toBeGreaterThan(10);
    over = true;
    // In place it would turn once, if at all: nothing there waits for anything outside.
    expect(turns).toBeGreaterThan(100);
  });

  it('are not begun where they would need more memory than a thread has', async () => {
    const one = lane();
    const lists = (count: number) => `{"resource":{"resourceType":"Basic","a":[${'[],'.repeat(count)}1]}}`;
    const bundle = (entries: string[]) =>
      `{"resourceType":"Bundle","type":"collection","entry":[${entries.join(',')}]}`;
    const greedy = [
      ...[bundle([lists(4_000_000)]), bundle([' '.repeat(17_000_000), '1']), xml('<a/>'.repeat(600_000))],
      ...[xml(`<text><div>${'<b/>'.repeat(600_000)}</div></text>`), `${lists(10)}\n${lists(600_000)}`],
      // Each mark of these becomes six.
      xml(`<text><div><p class='${'"'.repeat(4_000_000)}'/></div></text>`),
      ...[gzipSync(bundle([lists(4_000_000)])), gzipSync(`[${lists(10)},${lists(4_000_000)}]`)],
    ];
    for (const text of greedy) {
      expect(await inThread(one.judge(Buffer.from(text), about))).toEqual({ rows: [], verdict: 'tooMuch' });
    }
    // Much in all, and not too much in any of them.
    const many = await inThread(
      one.judge(Buffer.from(bundle([lists(240_000), lists(240_000), lists(240_000)])), about),
    );
    expect(many.verdict).toMatchObject({ counts: { kept: 3 } });
  });

  it('end where they take too long', async () => {
    const one = lane({ milliseconds: 30 });
    await expect(inThread(one.judge(Buffer.from(longRecord('late', 8000)), about))).rejects.toBeInstanceOf(TooMuch);
  });

  it('end where nobody waits for them any more', async () => {
    const one = lane();
    const judged = one.judge(Buffer.from(longRecord('left', 5000)), about);
    expect((await judged.next()).done).toBe(false);
    await judged.return('tooMuch');
    expect(await inThread(one.judge(Buffer.from(sampleRecord()), about))).toEqual(here(sampleRecord()));
  });
});

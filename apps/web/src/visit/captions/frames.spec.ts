import { captionFrame, sayingMost } from '@okaeri/contracts';
import { readCaption, writeCaption } from './frames';

describe('frames of captions', () => {
  it('are what the contracts say, each with a name of its own', () => {
    const [first, second] = [writeCaption('ja', '膝の痛みはありますか。'), writeCaption('ja', 'はい。')];
    expect(captionFrame.parse(JSON.parse(first))).toEqual(readCaption(first));
    expect(readCaption(second)?.id).not.toBe(readCaption(first)?.id);
    const long = writeCaption('en', 'a'.repeat(400));
    expect(captionFrame.safeParse(JSON.parse(long)).success).toBe(true);
    expect(long.length).toBeLessThanOrEqual(sayingMost);
  });

  it('are refused wherever the contracts refuse them', () => {
    const good = JSON.parse(writeCaption('en', 'Good morning.')) as Record<string, unknown>;
    const bad: Record<string, unknown>[] = [
      ...[{ v: 2 }, { id: '' }, { id: 'x'.repeat(17) }, { id: 7 }, { language: '' }, { text: 'x'.repeat(301) }],
      ...[{ text: null }, { final: 'yes' }, { language: 'x'.repeat(36) }],
    ];
    for (const change of bad) {
      const data = JSON.stringify({ ...good, ...change });
      expect([change, readCaption(data), captionFrame.safeParse(JSON.parse(data)).success]).toEqual([
        change,
        null,
        false,
      ]);
    }
    for (const data of ['', 'null', '7', '[]', '{', '{"v":1}']) expect(readCaption(data)).toBeNull();
  });
});

import type { Page } from 'playwright-core';
import { eventually } from '../support/ears';
import { everyone, guestNames, othersOf, Twelve } from './twelve';

/** The faces in this window, by seat: where each lies, whether it is in sight, and how many pictures of it were drawn. */
const facesOn = (page: Page) =>
  page.evaluate(() => {
    const tiles = [...document.querySelectorAll<HTMLElement>('figure[data-seat]')];
    const stage = tiles[0]?.parentElement?.getBoundingClientRect();
    return tiles.map((tile) => {
      const { left, top, width, height, bottom } = tile.getBoundingClientRect();
      const inSight = stage !== undefined && top < stage.bottom - 1 && bottom > stage.top + 1;
      const drawn = tile.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      return { seat: tile.dataset['seat'] ?? '', box: { left, top, width, height }, inSight, drawn };
    });
  });

/** A face that leaves at this very moment is no mistake of the window's: nothing is scrolled for it then. */
const bringIntoSight = (page: Page, seat: string) =>
  page.evaluate(
    (who) => document.querySelector(`figure[data-seat="${who}"]`)?.scrollIntoView({ block: 'nearest' }),
    seat,
  );

/** Waits until exactly so many faces are in this window, and each of them has moved. A phone has to be scrolled for it. */
async function seesFaces(page: Page, count: number): Promise<void> {
  const least = new Map<string, number>();
  await eventually(
    `${count} faces move`,
    async () => {
      const faces = await facesOn(page);
      // One who came back begins anew.
      for (const { seat, drawn } of faces) least.set(seat, Math.min(drawn, least.get(seat) ?? drawn));
      const still = faces.filter(({ seat, drawn }) => drawn - (least.get(seat) ?? drawn) <= 3);
      const away = still.every(({ inSight }) => !inSight) ? still[0] : undefined;
      if (away) await bringIntoSight(page, away.seat);
      return { there: faces.length, still: still.length };
    },
    ({ there, still }) => there === count && still === 0,
    60_000,
  );
}

/** Twelve windows with camera and microphone, all on one machine. */
describe('twelve on camera', () => {
  let room: Twelve;

  beforeAll(async () => {
    room = await Twelve.open();
  }, 60_000);
  afterAll(async () => room?.close());

  it('doctors of three hospitals and the patient come in, and the host admits who waits', async () => {
    for (const name of everyone) await room.arrive(name);
    await room.letIn('emily', ...guestNames);
  }, 180_000);

  it('each sees the eleven others, and they move', async () => {
    await Promise.all(everyone.map((name) => seesFaces(room.person(name).page, 11)));
  }, 120_000);

  it('there is one floor: whoever has it is heard by the eleven others, and nobody else is', async () => {
    for (const name of ['sato', 'emily', 'chen']) {
      await room.speaks(name, true);
      await room.hear(othersOf(name), name);
      await room.speaks(name, false);
    }
  }, 120_000);

  it('shows the faces large enough, each in its place, on a desk and on a phone', async () => {
    for (const [name, least] of [
      ['sato', 240],
      ['mori', 160],
    ] as const) {
      const { page } = room.person(name);
      // To the pixel: what a browser counts out has fractions of one.
      const places = async () =>
        (await facesOn(page)).map(({ seat, box: { left, top, width, height } }) => ({
          ...{
            seat,
            left: Math.round(left),
            top: Math.round(top),
            width: Math.round(width),
            height: Math.round(height),
          },
        }));
      const before = await places();
      for (const { width, height } of before) expect(Math.min(width, height)).toBeGreaterThanOrEqual(least * 0.75);
      // Whoever speaks moves nobody.
      await room.speaks('tanaka', true);
      await room.hear([name], 'tanaka');
      expect(await places()).toEqual(before);
      await room.speaks('tanaka', false);
    }
  }, 60_000);

  it('the patient leaves, the eleven go on without her, and she comes back', async () => {
    const emily = room.person('emily');
    await emily.press('leave');
    await emily.screen('left');
    await Promise.all(othersOf('emily').map((name) => seesFaces(room.person(name).page, 10)));
    await room.speaks('sato', true);
    await room.hear(
      othersOf('sato').filter((name) => name !== 'emily'),
      'sato',
    );
    await emily.press('come-back');
    await emily.phase('joined');
    await room.speaks('emily', false);
    await Promise.all([seesFaces(emily.page, 11), seesFaces(room.person('sato').page, 11)]);
    await room.hear(['emily'], 'sato');
  }, 120_000);
});

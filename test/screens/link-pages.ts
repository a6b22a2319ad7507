import { paths } from '../../apps/web/src/app/paths';
import type { Standalone } from '../support/standalone';
import { act, arrive, screen, seesOthers, type Walk } from './walk';

/** How the links of a visit are seen in it, told in the note, and drawn afterwards; what there is to see is made up. */
export async function walkLinks(walk: Walk, world: Standalone): Promise<void> {
  const visitId = await walk.visitId();
  const quality = paths.quality.replace(':visitId', visitId);
  const empty = await walk.open('sato', quality);
  await screen(empty, 'quality');
  await walk.shoot({ name: 'quality-empty', path: paths.quality, page: empty });
  await empty.close();

  const emily = await walk.visitOf('emily');
  await emily.waitForSelector('[data-media=open]');
  await act(emily, 'ready');
  await screen(emily, 'arrival');
  await arrive(emily);
  const sato = await walk.visitOf('sato');
  await sato.waitForSelector('[data-media=open]');
  await act(sato, 'ready');
  await screen(sato, 'call');
  await act(sato, 'admit');
  for (const page of [emily, sato]) await seesOthers(page, 2);

  const shoot = (name: string, page = sato) => walk.shoot({ name, path: paths.visit, page, window: true });
  await act(emily, 'quality');
  await emily.locator('[data-round-trip]').getByText(/\d/).waitFor();
  await shoot('call-quality', emily);
  await emily.close();

  await weakLink(world, visitId);
  await sato.waitForSelector('[data-callback]');
  await sato.setViewportSize({ width: 1440, height: 900 });
  await shoot('call-callback');
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'note');
  await sato.waitForSelector('[data-limits]');
  await shoot('call-note-limits');
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'note');
  await act(sato, 'end');
  await act(sato, 'confirm');
  await screen(sato, 'ended');
  await walk.shoot({ name: 'visit-ended-callback', path: paths.visit, page: sato });
  await sato.goto(walk.at('sato', quality));
  await screen(sato, 'quality');
  await walk.shoot({ name: 'quality', path: paths.quality, page: sato });
  await sato.close();
}

/** Twenty minutes in which the patient's link came down to sound and up again, and she asked to be rung. */
async function weakLink(world: Standalone, visitId: string): Promise<void> {
  await world.query(
    `insert into quality_sample (visit_id, seat_id, at, up_step, down_step, up_kbps, down_kbps, up_loss, down_loss,
                                 round_trip_ms, path)
     select $1, seat.id, now() - (1200 - 10 * n) * interval '1 second', 'full', 'full',
            case when n between 40 and 80 then 30 + n % 9 else 1700 + 40 * (n % 7) end,
            case when n between 30 and 90 then 90 + n % 13 else 1500 + 30 * (n % 5) end,
            case when n between 36 and 44 then 0.16 else 0.002 * (n % 4) end, 0.003 * (n % 3),
            180 + 7 * (n % 6) + case when n between 36 and 60 then 400 else 0 end, 'udp'
       from seat, generate_series(0, 119) as n
      where visit_id = $1 and role in ('patient', 'physician') and (role = 'patient' or n > 10)
     on conflict do nothing`,
    [visitId],
  );
  await world.query(
    `insert into visit_step (visit_id, seat_id, side, step, cause, from_at, to_at)
     select $1, seat.id, side, step, 'loss', now() - start * interval '1 second', now() - stop * interval '1 second'
       from seat, (values ('up', 'low', 900, 800), ('up', 'audio', 800, 400), ('down', 'stills', 780, 300),
                          ('up', 'callback', 130, 95)) as stretch (side, step, start, stop)
      where visit_id = $1 and role = 'patient'`,
    [visitId],
  );
  await world.query(
    `insert into callback (visit_id, seat_id) select $1, id from seat where visit_id = $1 and role = 'patient'
     on conflict do nothing`,
    [visitId],
  );
}

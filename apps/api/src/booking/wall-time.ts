import { OkaeriError } from '@okaeri/contracts';
import { instantOfWall, isZone } from '@okaeri/words/time';
import type { Temporal, Wall } from '@okaeri/words/time';

/** The instant that a form means. Throws `zone_unknown`, `time_skipped` or `time_repeated`. */
export function instantOf(form: Wall): Temporal.Instant {
  if (!isZone(form.zone)) {
    throw new OkaeriError('zone_unknown', {}, { fields: [{ path: 'zone', code: 'zone_unknown' }] });
  }
  const found = instantOfWall(form);
  if (found === 'skipped') throw new OkaeriError('time_skipped');
  if (found === 'repeated') throw new OkaeriError('time_repeated');
  return found;
}

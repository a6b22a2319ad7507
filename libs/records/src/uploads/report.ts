import { entryOutcomes } from '@okaeri/contracts';
import type { EntryOutcome, Locale, UploadKind, UploadView, UploadWhy } from '@okaeri/contracts';
import { isMessageKey, say } from '@okaeri/words';
import type { UploadReport, UploadRow } from './upload.entity';

type About = Pick<UploadRow, 'outcome' | 'kind'> & Partial<Pick<UploadRow, 'modality' | 'why'>>;

const placesMost = 100;

/** Gathers what became of the parts of a file: the same is one line, however often it comes. */
export class Report {
  readonly counts: Record<EntryOutcome, number> = { taken: 0, kept: 0, refused: 0 };
  readonly #rows = new Map<string, UploadRow>();

  static of(about: About): UploadReport {
    const report = new Report();
    report.add(about);
    return report.done();
  }

  /** One part more with this outcome. */
  add(about: About, count = 1): void {
    this.counts[about.outcome] += count;
    this.remark(about, count);
  }

  /** Something to be known of a part that has been counted. */
  remark({ outcome, kind, modality = null, why = null }: About, count = 1): void {
    const key = `${outcome} ${kind} ${modality} ${why}`;
    const row = this.#rows.get(key);
    if (row) row.count += count;
    else if (this.#rows.size < placesMost) this.#rows.set(key, { outcome, kind, modality, why, count });
    else if (why !== 'more') this.remark({ outcome, kind: 'other', why: 'more' }, count);
  }

  /** Those of another report, as lines of this one. */
  join({ counts, rows }: UploadReport): void {
    for (const outcome of entryOutcomes) this.counts[outcome] += counts[outcome];
    for (const row of rows) this.remark(row, row.count);
  }

  done(): UploadReport {
    return { counts: this.counts, rows: [...this.#rows.values()] };
  }
}

/** What kind of picture it is, in plain words; by DICOM's own letters where it is a rare one. */
export function modalityWords(modality: string, locale: Locale): string {
  const key = `imaging.modality.${modality}`;
  return isMessageKey(key) ? say(locale, key) : say(locale, 'imaging.modality.other');
}

/** The lines in the reader's words: what she should know first, what went well last. */
export function rowsWords({ rows }: UploadReport, locale: Locale): UploadView['rows'] {
  const order = (row: UploadRow) => [2, 1, 0][entryOutcomes.indexOf(row.outcome)]! * 2 + Number(row.why === null);
  return rows
    .toSorted((a, b) => order(a) - order(b))
    .map((row) => ({ outcome: row.outcome, count: row.count, said: rowWords(row, locale) }));
}

function rowWords({ outcome, kind, modality, why }: UploadRow, locale: Locale): string {
  const what = modality === null ? kindWords(kind, locale) : modalityWords(modality, locale);
  if (why === null) return say(locale, `imaging.row.${outcome}`, { what });
  return say(locale, 'imaging.row.why', { what, said: whyWords(why, locale) });
}

const kindWords = (kind: UploadKind, locale: Locale) => say(locale, `imaging.kind.${kind}`);
const whyWords = (why: UploadWhy, locale: Locale) => say(locale, `imaging.why.${why}`);

import type { FhirImport } from '@okaeri/chart';
import { entryOutcomes } from '@okaeri/contracts';
import type { ImportReport, Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { typeWords } from '../reading/type';
import type { ReportRow } from './judge-file';
import type { StoredReport } from './take-file';

/** The report of an import in the reader's words: what she should know first, what went well last. */
export function reportWords({ report }: FhirImport, locale: Locale): Pick<ImportReport, 'counts' | 'why' | 'rows'> {
  const { fault, counts, rows } = report as StoredReport;
  const order = (row: ReportRow) => [2, 1, 0][entryOutcomes.indexOf(row.outcome)]! * 2 + Number(row.why === null);
  return {
    counts,
    why: fault && say(locale, `chart.fault.${fault}`),
    rows: rows
      .toSorted((a, b) => order(a) - order(b))
      .map((row) => ({ outcome: row.outcome, count: row.count, said: rowWords(row, locale) })),
  };
}

function rowWords({ outcome, type, why, place }: ReportRow, locale: Locale): string {
  const about = typeWords(type, locale);
  if (why === null) return say(locale, `chart.row.${outcome}`, { type: about });
  const said = say(locale, `chart.why.${why}`, { type: about });
  return place ? say(locale, 'chart.row.place', { said, place }) : said;
}

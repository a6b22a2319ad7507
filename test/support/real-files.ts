import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The files of other houses that lie beside the project; none where it stands alone. */
export function realFiles(kind: 'dicom' | 'ips' | 'shl', ending: string): Buffer[] {
  const folder = ['../shared/data', '../../shared/data']
    .map((path) => resolve(path, kind))
    .find((path) => existsSync(path));
  if (!folder) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => readFileSync(join(folder, name)));
}

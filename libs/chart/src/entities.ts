import type { EntityList } from '@okaeri/platform';
import { FhirHistory, FhirImport, FhirResource } from './chart.entities';

export const chartEntities: EntityList = [FhirImport, FhirResource, FhirHistory];

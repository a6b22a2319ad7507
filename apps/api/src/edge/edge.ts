import type { ModuleMetadata } from '@nestjs/common';

/** What a folder of routes brings to the api. */
export type Edge = Required<Pick<ModuleMetadata, 'controllers' | 'providers'>>;

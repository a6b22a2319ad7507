import type { Edge } from '../edge/edge';
import { LinkPages } from './link-pages';
import { LinksController } from './links.controller';
import { SignInController } from './sign-in.controller';

export const edge: Edge = { controllers: [SignInController, LinksController], providers: [LinkPages] };

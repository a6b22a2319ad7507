import type { Edge } from '../edge/edge';
import { InstitutionsController } from './institutions.controller';
import { InvitationsController } from './invitations.controller';
import { MeController } from './me.controller';
import { PatientsController } from './patients.controller';
import { Registration } from './registration';

export const edge: Edge = {
  controllers: [InstitutionsController, InvitationsController, PatientsController, MeController],
  providers: [Registration],
};

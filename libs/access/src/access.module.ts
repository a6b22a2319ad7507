import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessControl } from './access-control';
import { AccessFacts } from './access-facts';
import { AccessGuard } from './access.guard';
import { Consent } from './consent';
import { BreakGlass } from './glass';
import { Ledger, LedgerSeal } from './ledger';
import { LinkDoor } from './links/link-door';
import { AccessLink, Invitation, LinkCode, LinkDevice, Rate } from './links/link.entities';
import { PatientDifference, PersonMerge } from './people/merge.entities';
import { CareRelation, Membership, Person } from './people.entities';
import { RouteRules } from './route-rules';
import { LedgerRow, Session } from './session.entity';
import { Sessions } from './sessions';
import { Strangers } from './strangers';
import { Turns } from './turns';

export const accessEntities = [
  ...[Person, Membership, CareRelation, Session, LedgerRow, LedgerSeal, BreakGlass, Consent],
  ...[Invitation, AccessLink, LinkDevice, LinkCode, Rate, PersonMerge, PatientDifference],
];

/** People, sessions and the question of access; guards every HTTP route of the process that imports it. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessControl,
    AccessFacts,
    Ledger,
    LinkDoor,
    Sessions,
    RouteRules,
    Strangers,
    Turns,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccessControl, Ledger, LinkDoor, Sessions, RouteRules],
})
export class AccessModule {}

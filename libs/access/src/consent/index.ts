export { Consent } from './consent.entity';
export { allCategories, may, noCategories, sharedWith } from './decide';
export type { Asker, Statement } from './decide';
export { categoriesFor, standingOf } from './facts';
export type { Standing } from './facts';
export { nameableInstitutions, nameablePeople, readConsents } from './read-consents';
export { endConsent, stateConsent } from './state-consent';

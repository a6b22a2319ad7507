export * from './fill';
export * from './offer-mail';

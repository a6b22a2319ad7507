export * from './escalate';
export * from './mails';
export * from './tell';

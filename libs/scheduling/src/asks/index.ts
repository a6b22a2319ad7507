export * from './ask-mail';
export * from './expire-asks';
export * from './tell-ask';

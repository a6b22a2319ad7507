export * from './anchors';
export * from './inspect';
export * from './ledger';
export * from './looks';
export * from './posted-anchors';
export * from './seal';
export * from './seal.entity';
export * from './verify';

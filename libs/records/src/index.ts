export * from './entities';
export * from './records.module';

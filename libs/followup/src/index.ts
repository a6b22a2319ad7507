export * from './entities';
export * from './followup.module';

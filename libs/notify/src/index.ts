export * from './entities';
export * from './notify.module';

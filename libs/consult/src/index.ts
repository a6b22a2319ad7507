export * from './nodes/link';
export * from './nodes/picker';
export * from './nodes/registry';
export * from './rooms/room.entity';

export * from './consult.module';
export * from './nodes/registry';
export * from './rooms/room.entity';
export { CheckHandlers } from './socket/check.handlers';
export { Connection } from './socket/connection';
export { Connections } from './socket/connections';
export { Presence } from './socket/presence';
export { MessageRouter } from './socket/router';
export * from './socket/wire-parser';

export * from './consult.module';
export * from './nodes/registry';
export * from './rooms/room.entity';
export { CheckHandlers } from './messages/check.handlers';
export { Connection } from './socket/connection';
export { Connections } from './socket/connections';
export { Presence } from './upkeep/presence';
export { MessageRouter } from './messages/router';
export * from './socket/wire-parser';

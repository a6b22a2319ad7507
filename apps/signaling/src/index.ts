export { SignalingModule } from './signaling.module';
export { SocketAdapter } from './socket.adapter';
export * from './turn-env';

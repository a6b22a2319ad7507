export { SignalingModule } from './signaling.module';
export { SocketAdapter } from './socket.adapter';
export * from './speech-env';
export * from './turn-env';

export { ApiModule } from './api.module';
export { createApi } from './app';
export { DemoMailSink } from './demo/mail-sink';
export { DemoRefused } from './demo/refusal';
export { configureHttp } from './edge/http';
export { apiEnv, version } from './env';
export type { ApiEnv } from './env';

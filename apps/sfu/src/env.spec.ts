import { EnvError } from '@okaeri/runtime';
import { readSfuEnv } from './env';

describe('readSfuEnv', () => {
  it('needs a secret only', () => {
    const env = readSfuEnv({ SFU_SECRET: 'a-long-enough-secret', SFU_COUNTRY: '' });
    expect(env).toMatchObject({
      SFU_HOST: '127.0.0.1',
      SFU_PORT: 0,
      SFU_MEDIA_PORT: 0,
      SFU_WORKERS: 1,
      SFU_COUNTRY: null,
      SFU_DRAIN_SECONDS: 30,
      MEDIA_IPS: [{ ip: '127.0.0.1', announced: undefined }],
      SFU_SPEECH_IPS: [],
    });
    expect(env.SFU_NODE_ID).toMatch(/^sfu-[0-9a-f]{8}$/);
  });

  it('leaves the secret to nobody who inherits the environment', () => {
    const source = { SFU_SECRET: 'a-long-enough-secret', PATH: '/usr/bin' };
    expect(readSfuEnv(source).SFU_SECRET).toBe('a-long-enough-secret');
    expect(source).toEqual({ PATH: '/usr/bin' });
  });

  it('names machines that may hear a voice', () => {
    const read = (SFU_SPEECH_IPS: string) => readSfuEnv({ SFU_SECRET: 'a-long-enough-secret', SFU_SPEECH_IPS });
    expect(read('10.0.0.7, fd00::7').SFU_SPEECH_IPS).toEqual(['10.0.0.7', 'fd00::7']);
    expect(() => read('engine.hospital')).toThrow(/SFU_SPEECH_IPS: .*not an IP address/);
  });

  it('says in words what is wrong, and never the secret', () => {
    const read = () => readSfuEnv({ SFU_SECRET: 'hush', MEDIA_IPS: 'nowhere', SFU_WORKERS: '0' });
    expect(read).toThrow(EnvError);
    expect(read).toThrow(/MEDIA_IPS: .*"nowhere" is not an IP address/);
    expect(read).not.toThrow(/hush/);
  });
});

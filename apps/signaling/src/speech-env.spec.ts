import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvError } from '@okaeri/runtime';
import { speechOf } from './speech-env';

describe('speechOf', () => {
  it('is nothing where no engine is named', async () => {
    expect(await speechOf({ SPEECH_TO_TEXT: undefined })).toEqual({});
  });

  it('takes the engine that a module exports', async () => {
    const file = resolve('test/support/engine.mjs');
    const { speechToText } = await speechOf({ SPEECH_TO_TEXT: file });
    expect(speechToText?.languages).toEqual(['ja']);
  });

  it('does not start with a module that is none', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'okaeri-speech-')), 'engine.mjs');
    writeFileSync(file, 'export default { languages: ["ja"] };');
    await expect(speechOf({ SPEECH_TO_TEXT: file })).rejects.toThrow(EnvError);
  });
});

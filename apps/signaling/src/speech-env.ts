import { pathToFileURL } from 'node:url';
import type { ConsultOptions, SpeechToText } from '@okaeri/consult';
import { EnvError } from '@okaeri/runtime';
import { z } from 'zod';

/** An engine that writes down what is said. It is the operator's own code and runs in this process. */
export const speechEnv = {
  /** A file: a module whose default export is a `SpeechToText`. */
  SPEECH_TO_TEXT: z.string().optional(),
};

export async function speechOf({
  SPEECH_TO_TEXT: file,
}: z.output<z.ZodObject<typeof speechEnv>>): Promise<Pick<ConsultOptions, 'speechToText'>> {
  if (!file) return {};
  const module = (await import(pathToFileURL(file).href)) as { default?: Partial<SpeechToText> };
  if (isEngine(module.default)) return { speechToText: module.default };
  throw new EnvError([{ name: 'SPEECH_TO_TEXT', problem: `${file} exports no languages, or nothing that listens.` }]);
}

const isEngine = (given: Partial<SpeechToText> | undefined): given is SpeechToText =>
  Array.isArray(given?.languages) && typeof given.listen === 'function';

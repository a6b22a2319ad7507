import { z } from 'zod';
import { locales } from './languages';

/** What a patient wants to ask in a visit: her own words, the most important first. */
export const questionsMost = 10;
export const questionTextMost = 500;

export const questionText = z.strictObject({ text: z.string().trim().min(1).max(questionTextMost) }).meta({
  id: 'QuestionText',
  description: 'A question in the words of the patient.',
  examples: [{ text: 'May I swim again?' }],
});
export type QuestionText = z.infer<typeof questionText>;

export const questionPlace = z.strictObject({ place: z.number().int().min(0).max(questionsMost) }).meta({
  id: 'QuestionPlace',
  description: 'Where in the list a question is to stand; 0 is the first.',
  examples: [{ place: 0 }],
});
export const questionAnswered = z.strictObject({ answered: z.boolean() }).meta({
  id: 'QuestionAnswered',
  description: 'Whether it has been talked about.',
  examples: [{ answered: true }],
});

export const visitQuestions = z
  .strictObject({
    /** As she has put them; what was answered comes last. */
    items: z.array(
      z.strictObject({
        questionId: z.uuid(),
        text: z.string(),
        /** The language she writes in. */
        language: z.enum(locales),
        answered: z.boolean(),
        /** By whom and when. */
        answeredWords: z.string().nullable(),
      }),
    ),
    /** She may write them. */
    mayWrite: z.boolean(),
    /** She has written as many as can be asked. */
    full: z.boolean(),
    mayAnswer: z.boolean(),
    /** Whose record may be opened beside them. */
    patientId: z.uuid().nullable(),
  })
  .meta({
    id: 'VisitQuestions',
    description: 'What a patient wants to ask.',
    examples: [
      {
        items: [
          {
            questionId: '6c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f',
            ...{ text: 'May I swim again?', language: 'en' as const, answered: false, answeredWords: null },
          },
        ],
        ...{ mayWrite: false, full: false, mayAnswer: true },
        patientId: '3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12',
      },
    ],
  });
export type VisitQuestions = z.infer<typeof visitQuestions>;

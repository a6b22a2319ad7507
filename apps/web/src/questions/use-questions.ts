import { useQuery } from '@tanstack/react-query';
import type { VisitQuestions } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';

/** What a patient wants to ask, from the visit that it is asked in. */
export function useQuestions(visitId: string | null) {
  return useQuery({
    queryKey: keys.questions(visitId ?? ''),
    queryFn: (): Promise<VisitQuestions> =>
      body(typed.GET('/api/visits/{visitId}/questions', { params: { path: { visitId: visitId ?? '' } } })),
    enabled: visitId !== null,
  });
}

interface One {
  visitId: string;
  questionId: string;
}

export const useWriteQuestion = (visitId: string) =>
  useWrite((text: string, key) =>
    typed.POST('/api/visits/{visitId}/questions', {
      params: { path: { visitId }, header: keyed(key) },
      body: { text },
    }),
  );

export const useRewrite = (path: One) =>
  useWrite((text: string) =>
    typed.PUT('/api/visits/{visitId}/questions/{questionId}', { params: { path }, body: { text } }),
  );

export const usePlace = (path: One) =>
  useWrite((place: number) =>
    typed.PUT('/api/visits/{visitId}/questions/{questionId}/place', { params: { path }, body: { place } }),
  );

export const useRemove = (path: One) =>
  useWrite((_: null) => typed.DELETE('/api/visits/{visitId}/questions/{questionId}', { params: { path } }));

export const useAnswered = (path: One) =>
  useWrite((answered: boolean) =>
    typed.PUT('/api/visits/{visitId}/questions/{questionId}/answered', { params: { path }, body: { answered } }),
  );

import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';

/** "It is done", of a task that a person ticks. */
export function useTaskDone() {
  return useWrite((taskId: string) => body(typed.POST('/api/tasks/{taskId}/done', { params: { path: { taskId } } })));
}

import { PageSkeleton } from '../app/page';

export default function BoardPage() {
  return <PageSkeleton />;
}

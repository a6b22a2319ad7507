import { PageSkeleton } from '../app/page';

export default function LinkPage() {
  return <PageSkeleton />;
}

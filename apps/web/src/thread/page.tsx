import { PageSkeleton } from '../app/page';

export default function ThreadPage() {
  return <PageSkeleton />;
}

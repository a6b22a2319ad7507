import { PageSkeleton } from '../app/page';

export default function MyVisitsPage() {
  return <PageSkeleton />;
}

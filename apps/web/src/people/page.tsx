import { PageSkeleton } from '../app/page';

export default function PeoplePage() {
  return <PageSkeleton />;
}

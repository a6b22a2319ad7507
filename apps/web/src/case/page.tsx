import { PageSkeleton } from '../app/page';

export default function CasePage() {
  return <PageSkeleton />;
}

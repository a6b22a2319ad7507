import { PageSkeleton } from '../app/page';

export default function NotePage() {
  return <PageSkeleton />;
}

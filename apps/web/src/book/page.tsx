import { PageSkeleton } from '../app/page';

export default function BookPage() {
  return <PageSkeleton />;
}

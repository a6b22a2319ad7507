import { PageSkeleton } from '../app/page';

export default function MyFilesPage() {
  return <PageSkeleton />;
}

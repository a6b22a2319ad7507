import { PageSkeleton } from '../app/page';

export default function GetReadyPage() {
  return <PageSkeleton />;
}

import { PageSkeleton } from '../app/page';

export default function SettingsPage() {
  return <PageSkeleton />;
}

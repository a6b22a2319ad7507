import { PageSkeleton } from '../app/page';

export default function MailPage() {
  return <PageSkeleton />;
}

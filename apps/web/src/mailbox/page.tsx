import { PageSkeleton } from '../app/page';

export default function MailboxPage() {
  return <PageSkeleton />;
}

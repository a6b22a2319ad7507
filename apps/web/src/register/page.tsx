import { PageSkeleton } from '../app/page';

export default function RegisterPage() {
  return <PageSkeleton />;
}

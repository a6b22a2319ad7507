import { PageSkeleton } from '../app/page';

export default function WelcomePage() {
  return <PageSkeleton />;
}

import { useDocumentTitle } from '@mantine/hooks';
import { useSearchParams } from 'wouter';
import { MyPhone } from './my-phone.js';
import { WatchedPhone } from './watched-phone.js';

/** `/phone`: a call of my own, or with `?watch=ID` one to look at. */
export function PhonePage() {
  const [search] = useSearchParams();
  const watched = search.get('watch');
  useDocumentTitle(watched ? 'Watching a call · Baton' : 'Phone · Baton');
  return watched ? <WatchedPhone conversationId={watched} /> : <MyPhone />;
}

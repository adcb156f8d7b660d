import type { ReactNode } from 'react';
import { useDocumentTitle } from '../routing/use-document-title.ts';
import { Notice } from './notice.tsx';

const title = 'There is no such page';

type NoSuchPageProps = Readonly<{
  /** The link to where the app begins. */
  wayOn: ReactNode;
  /** What else is reached from there. */
  children?: ReactNode;
}>;

/** For addresses that lead nowhere. */
export function NoSuchPage({ wayOn, children }: NoSuchPageProps) {
  useDocumentTitle(title);
  return (
    <Notice title={title} action={wayOn}>
      The address may be cut off or old. {children}
    </Notice>
  );
}

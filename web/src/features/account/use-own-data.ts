import { useApolloClient } from '@apollo/client/react';
import { saveFile } from '@meridian/ui/files/save-file';
import { useState } from 'react';
import { OwnDataDocument } from '../../generated/features/account/own-data.ts';
import { type AskForOwnData, collectOwnData, type Progress } from './own-data.ts';

/** Where a download stands. */
type Download =
  | Readonly<{ step: 'none' | 'saved' }>
  | Readonly<{ step: 'collecting'; progress: Progress | undefined }>
  | Readonly<{ step: 'failed'; error: unknown }>;

/** Collects all that is kept of the caller, and saves it as a file. */
export function useOwnData() {
  const client = useApolloClient();
  const [download, setDownload] = useState<Download>({ step: 'none' });
  const ask: AskForOwnData = async (variables) => {
    const { data, error } = await client.query({
      query: OwnDataDocument,
      variables,
      fetchPolicy: 'no-cache',
      context: { identity: 'required' },
    });
    if (error) throw error;
    if (!data?.exportMyData) throw new Error('The data were not answered.');
    return data.exportMyData;
  };
  const save = async () => {
    setDownload({ step: 'collecting', progress: undefined });
    try {
      const text = await collectOwnData(ask, (progress) => setDownload({ step: 'collecting', progress }));
      saveFile({ name: 'meridian-my-data.json', type: 'application/json', text });
      setDownload({ step: 'saved' });
    } catch (error) {
      setDownload({ step: 'failed', error });
    }
  };
  return { download, save };
}

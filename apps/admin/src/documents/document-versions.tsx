import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DocumentView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Moment } from '../common/moment.js';
import { Section } from '../common/section.js';
import { colour } from '../theme/tokens.js';
import DocumentDiff from './document-diff.js';

/** Versions, newest first; each can be compared with the one before. */
export function DocumentVersions({ document }: { readonly document: DocumentView }) {
  const translate = useTranslate();
  const [compared, setCompared] = useState<number | null>(null);
  const versions = [...document.versions].sort((one, other) => other.version - one.version);
  if (versions.length === 0) return null;
  return (
    <Section title={translate('document.versions')}>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {versions.map(({ version, at, by }) => (
          <Box component="li" key={version} sx={{ py: 0.75, '& + li': { borderTop: `1px solid ${colour.line}` } }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Box sx={{ flex: 1, minWidth: 200 }}><b>{translate('document.version', { version })}</b> <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}><Moment value={at} />{by ? ` · ${by.title}` : ''}</Box></Box>
              {version > 1 ? <Button size="small" aria-expanded={compared === version} onClick={() => setCompared(compared === version ? null : version)}>{translate('document.compare', { version: version - 1 })}</Button> : null}
            </Box>
            {compared === version ? <DocumentDiff id={document.id} from={version - 1} to={version} /> : null}
          </Box>
        ))}
      </Box>
    </Section>
  );
}

import type { Ref } from 'react';
import type { FormLookups } from '../form-renderer/index.js';
import type { FormData, FormPort } from './form-port.js';

export interface FormSlotProps {
  readonly hash: string;
  readonly data: FormData;
  readonly readOnly?: boolean;
  readonly port?: Ref<FormPort>;
  /** Where the form is read. Default: where the panel reads its forms. */
  readonly source?: string;
  /** Default: the panel's. */
  readonly lookups?: FormLookups;
  readonly onChange?: (data: FormData) => void;
  /** Told when the form can be asked: before, what is pressed below it would go nowhere. */
  readonly onReady?: (ready: boolean) => void;
}

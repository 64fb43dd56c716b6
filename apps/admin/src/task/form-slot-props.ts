import type { Ref } from 'react';
import type { FormData, FormPort } from './form-port.js';

export interface FormSlotProps {
  readonly hash: string;
  readonly data: FormData;
  readonly readOnly?: boolean;
  readonly port?: Ref<FormPort>;
  readonly onChange?: (data: FormData) => void;
}

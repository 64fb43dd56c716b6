import { lazy, type ComponentType } from 'react';
import type { FormSlotProps } from './form-slot-props.js';

/** The form renderer is a chunk of its own: the worklist does not pay for it. */
export const FormSlot = lazy(() => import('./form-slot-renderer.js')) as ComponentType<FormSlotProps>;

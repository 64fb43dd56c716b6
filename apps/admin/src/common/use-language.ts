import { useLocaleState } from 'react-admin';
import type { Language } from './dates.js';

export function useLanguage(): Language {
  const [locale] = useLocaleState();
  return locale === 'en' ? 'en' : 'ru';
}

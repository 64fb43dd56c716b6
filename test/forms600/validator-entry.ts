export { problemsOfForm, standaloneModule } from '@reglament/forms';

import { createContext } from '@lit/context';
import type { Community } from './community.js';

/** The community around an element, for elements of your own (Context Community Protocol). */
export const communityContext = createContext<Community | null, symbol>(Symbol.for('cop-elements/community'));

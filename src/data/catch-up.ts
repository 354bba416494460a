import type { CatchUp, CatchUpSeen } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** What happened since one had seen everything: a round that ends. Of this visit only. */
export const getCatchUp = (): Read<CatchUp> => ({ ...read<CatchUp>('catch-up', '/session/catch-up'), keep: false });

/** Marks acts of a round as seen, or all of it; the answer is what is left. */
export const markSeen = (seen: CatchUpSeen): Write<CatchUp> => ({ method: 'PUT', path: '/session/catch-up', body: seen, touches: [] });

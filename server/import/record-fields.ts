import { z } from 'zod';
import { HttpUrl, Source, Time } from '../contract/common.js';

/* Fields that records of an archive have in common. */

export const Key = z.string().min(1).max(500);
export const topics = z.array(z.string().min(1).max(64)).default([]);
export const text = z.string().default('');
export const optional = z.string().nullable().default(null);
export const time = Time.nullable().default(null);
export const url = HttpUrl.nullable().default(null);
export const version = z.int().min(1).default(1);
export const source = Source.nullable().default(null);
export const key = Key.nullable().default(null);
export const written = { author: key, createdAt: Time, updatedAt: time, editedAt: time, version, source };
export const ref = <T extends string>(...types: [T, ...T[]]) => z.strictObject({ type: z.enum(types), key: Key });

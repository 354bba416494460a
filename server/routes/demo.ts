import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_COOKIE } from '../auth/identify.js';
import type { Api, Server } from '../context.js';
import { Problem, invalidField } from '../problem.js';
import { allPersonas, personaOf } from '../store/identities.js';

/**
 * The demo's own sign-in, apart from the contract: who can be taken on, who is, and the change of it.
 * `GET /demo/session` → `{ persona, personas }`; `POST /demo/session { persona }` (null: be a visitor).
 */
export function registerDemo(app: Api, server: Server): void {
  const { db } = server.database;
  const current = async (subject: string | undefined) => {
    const personas = await allPersonas(db);
    return { persona: personas.find(({ id }) => id === subject)?.id ?? null, personas };
  };
  app.get('/demo/session', async (c) => c.json(await current(getCookie(c, SESSION_COOKIE)), 200, { 'Cache-Control': 'no-store' }));
  app.post('/demo/session', async (c) => {
    const body: unknown = await c.req.json().catch(() => {
      throw new Problem('malformed');
    });
    const persona = typeof body === 'object' && body !== null && 'persona' in body ? body.persona : undefined;
    if (persona === null) {
      deleteCookie(c, SESSION_COOKIE, { path: '/' });
      return c.json(await current(undefined));
    }
    if (typeof persona !== 'string' || !(await personaOf(db, persona)))
      throw invalidField('/persona', 'unknown', 'There is no such persona.');
    setCookie(c, SESSION_COOKIE, persona, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 30 * 24 * 3600 });
    return c.json(await current(persona));
  });
}

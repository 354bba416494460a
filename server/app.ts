import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { identifier } from './auth/identify.js';
import type { Api, Env, Server } from './context.js';
import { openApiDocument, operations } from './contract/document.js';
import { registerDocs } from './http/docs.js';
import { guardian } from './http/guard.js';
import { describeError, requestLog } from './http/log.js';
import { corsFor, originCheck } from './http/origin.js';
import { serveFile } from './http/static.js';
import { MessageLinks } from './links/messages.js';
import { LinkPreviews } from './links/previews.js';
import { Problem, invalid, problemFrom } from './problem.js';
import { registerActivities } from './routes/activities.js';
import { registerAnswers } from './routes/answers.js';
import { registerCatchUp } from './routes/catch-up.js';
import { registerComments } from './routes/comments.js';
import { registerCollections } from './routes/collections.js';
import { registerCommunities } from './routes/communities.js';
import { registerDemo } from './routes/demo.js';
import { registerFeeds } from './routes/feeds.js';
import { registerFiles } from './routes/files.js';
import { registerFollows } from './routes/follows.js';
import { registerGroups } from './routes/groups.js';
import { registerLinks } from './routes/links.js';
import { registerMemberAccount } from './routes/member-account.js';
import { registerLadder } from './routes/ladder.js';
import { registerMembers } from './routes/members.js';
import { registerPosts } from './routes/posts.js';
import { registerQuestions } from './routes/questions.js';
import { registerRequests } from './routes/requests.js';
import { registerResourceChanges } from './routes/resource-changes.js';
import { registerResourceCare } from './routes/resource-care.js';
import { registerResources } from './routes/resources.js';
import { registerReports } from './routes/reports.js';
import { registerRevisions } from './routes/revisions.js';
import { registerSaves } from './routes/saves.js';
import { registerStewarding } from './routes/stewarding.js';
import { registerTopics } from './routes/topics.js';
import { registerUses } from './routes/uses.js';

const KILOBYTE = 1024;
const API_CSP = "default-src 'none'; frame-ancestors 'none'";
const PORTAL_CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'";
/** Pages of foreign hosts, as the elements meet them: what policy they have is theirs to say. */
const HOST_CSP = "frame-ancestors 'self'";

/** The whole server as one Hono app: the API under /api, the elements under /elements, and in a demo the portal at /. */
export function createApp(server: Server): Hono<Env> {
  const app = new OpenAPIHono<Env>();
  app.use(requestLog(server.log));
  app.onError((error, c) => {
    const problem = problemFrom(error);
    if (problem.status >= 500) server.log.error({ requestId: c.get('requestId'), ...describeError(problem.cause ?? problem) }, 'failed');
    return problem.toResponse(c.get('requestId'));
  });
  app.notFound((c) => new Problem('not-found').toResponse(c.get('requestId')));
  app.use(compress({ threshold: KILOBYTE }));
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', API_CSP);
  });
  app.route('/api', createApi(server));
  serveElements(app, server);
  if (server.config.demo) {
    app.use('/demo/*', originCheck(server.config), bodyLimit({ maxSize: KILOBYTE, onError: tooLarge('It may have one kilobyte.') }));
    registerDemo(app, server);
    app.get('*', async (c, next) => {
      const found = await serveFile(c, server.config.portalDir, c.req.path);
      found?.headers.set('Content-Security-Policy', c.req.path.startsWith('/hosts/') ? HOST_CSP : PORTAL_CSP);
      if (found) return found;
      await next();
      // A person who mistyped an address gets a page, a program its problem document.
      const missing = c.res.status === 404 && c.req.header('accept')?.includes('text/html') && !/^\/(api|elements)(\/|$)/.test(c.req.path);
      if (!missing) return undefined;
      const page = await readFile(join(server.config.portalDir, '404.html')).catch(() => undefined);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PORTAL_CSP, 'cache-control': 'no-cache' };
      if (page) c.res = new Response(new Uint8Array(page), { status: 404, headers });
      return undefined;
    });
  }
  return app;
}

const tooLarge = (what: string) => () => {
  // The rest of the body isn't read, so the connection can't serve another request.
  throw new Problem('too-large', what, { headers: { connection: 'close' } });
};

function createApi(server: Server): Api {
  const { config } = server;
  const api: Api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error.issues, result.target);
    },
  });
  api.use(async (c, next) => {
    await next();
    // What one person may see is not for the next, nor for a shared cache.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
  });
  api.use(corsFor(config));
  api.use(originCheck(config));
  const ofText = bodyLimit({ maxSize: 256 * KILOBYTE, onError: tooLarge('A text may have 256 kilobytes.') });
  const ofFiles = bodyLimit({
    maxSize: config.uploadBytes + 16 * KILOBYTE,
    onError: tooLarge(`A file may have ${Math.floor(config.uploadBytes / KILOBYTE / KILOBYTE)} megabytes.`),
  });
  api.use((c, next) => (/\/files$/.test(c.req.path) ? ofFiles(c, next) : ofText(c, next)));
  registerHealth(api, server);
  // Relative to /api, so that it holds behind a proxy that puts a path before it.
  api.get('/', (c) => c.redirect('api/docs'));
  const document = openApiDocument();
  api.get('/openapi.json', (c) => c.json(document));
  registerDocs(api);
  const guard = guardian(server, identifier(config));
  for (const operation of operations) {
    const guarded = guard(operation);
    const others = literalsBeside(operation);
    api.on(operation.method.toUpperCase(), honoPath(operation.path), (c, next) =>
      others.has(c.req.path.split('/').at(-1) ?? '') ? next() : guarded(c, next),
    );
  }
  registerRoutes(api, server);
  refuseOtherMethods(api);
  return api;
}

function registerRoutes(api: Api, server: Server): void {
  registerCommunities(api, server);
  registerQuestions(api);
  registerAnswers(api);
  registerLadder(api);
  registerComments(api);
  registerUses(api);
  const links = new LinkPreviews(server.config, server.resolve);
  registerResources(api, links);
  registerResourceCare(api);
  registerResourceChanges(api, links);
  registerCollections(api);
  registerRequests(api);
  registerSaves(api);
  registerLinks(api, server.config.linkPreviews.on ? links : undefined);
  registerFiles(api, server);
  registerMembers(api);
  registerMemberAccount(api);
  registerGroups(api);
  registerActivities(api, server);
  registerCatchUp(api);
  registerPosts(api, server.config.linkPreviews.on ? new MessageLinks(server, links) : undefined);
  registerTopics(api);
  registerFollows(api);
  registerRevisions(api);
  registerReports(api);
  registerStewarding(api);
  registerFeeds(api, server);
}

/** `/activities/stream` is no activity with the id “stream”. */
const literalsBeside = ({ path, method }: { path: string; method: string }): Set<string> => {
  const [, folder] = /^(.*\/)\{\w+\}$/.exec(path) ?? [];
  const beside = operations.filter((other) => other.method === method && folder !== undefined && other.path.startsWith(folder));
  return new Set(beside.flatMap((other) => /^\w+$/.exec(other.path.slice(folder?.length))?.[0] ?? []));
};

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

function registerHealth(api: Api, server: Server): void {
  api.get('/health/live', (c) => c.json({ status: 'ok' }));
  api.get('/health/ready', async (c) => {
    if (server.closing.aborted) throw new Problem('unavailable', 'The server is shutting down.');
    try {
      await server.database.ping();
    } catch (cause) {
      throw new Problem('unavailable', 'The database doesn’t answer.', { cause });
    }
    return c.json({ status: 'ok' });
  });
}

/** A path that is there, asked for in a way it doesn't know (RFC 9110, section 15.5.6). */
function refuseOtherMethods(api: Api): void {
  for (const path of new Set(operations.map((operation) => honoPath(operation.path)))) {
    const known = operations.filter((operation) => honoPath(operation.path) === path).map(({ method }) => method.toUpperCase());
    api.all(path, (c) => {
      if (known.includes(c.req.method === 'HEAD' ? 'GET' : c.req.method)) throw new Problem('not-found');
      throw new Problem('not-allowed', undefined, { headers: { allow: known.join(', ') } });
    });
  }
}

/** Scripts for pages of any origin: they hold nothing of anybody. */
function serveElements(app: Api, { config }: Server): void {
  app.get('/elements/*', async (c, next) => {
    const found = await serveFile(c, config.elementsDir, c.req.path.slice('/elements'.length));
    if (!found) return next();
    found.headers.set('Access-Control-Allow-Origin', '*');
    found.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    return found;
  });
}

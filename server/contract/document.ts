import { OpenAPIHono } from '@hono/zod-openapi';
import * as nouns from './index.js';

/** All operations, in the order of the nouns; what the routes are tested against. */
export const operations = Object.values(nouns)
  .flatMap((noun) => Object.values(noun))
  .filter((x): x is (typeof nouns)['questions']['getQuestion'] => typeof x === 'object' && x !== null && 'operationId' in x);

/** The contract as OpenAPI 3.1. */
export function openApiDocument() {
  const app = new OpenAPIHono();
  for (const route of operations) app.openAPIRegistry.registerPath(route);
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A token of the organisation’s identity provider, checked against its JWKS.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'cop-session',
    description: 'Same-origin cookie of the host, or of the trusted proxy before the server.',
  });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Community of practice',
      version: '1.0.0',
      description:
        'What the cop-elements ask of an endpoint. Lists page by cursor, errors are RFC 9457 problems, edits name their version (ETag, If-Match), what can be sent twice carries an Idempotency-Key, live changes come as server-sent events that resume.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: [
      ['Communities', 'What an endpoint holds and can do'],
      ['Session', 'Who is asking'],
      ['Questions', 'Ask the community'],
      ['Answers', 'Answers to questions'],
      ['Ladder', 'Who is asked to help, and what waits for somebody’s word'],
      ['Comments', 'Short remarks on anything'],
      ['Follows', 'What I want to hear of'],
      ['Revisions', 'What a text was before'],
      ['Reports', 'What stewards should look at'],
      ['Stewarding', 'Looking after questions and topics'],
      ['Uses', '“I used this”: how it went, in one line'],
      ['Resources', 'The shared repertoire'],
      ['Collections', 'Resources that belong together'],
      ['Requests', 'Resources that somebody looks for'],
      ['Saves', 'What one keeps for later'],
      ['Files', 'Uploads'],
      ['Members', 'The directory'],
      ['Activities', 'What happened, also live'],
      ['Posts', 'News written to the feed'],
      ['Topics', 'One vocabulary for all of it'],
    ].map(([name, description]) => ({ name: name ?? '', description: description ?? '' })),
  });
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJobs, type Job } from '../../server/jobs/jobs.js';
import { startServer, type Harness } from './harness.js';

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

test('a job runs when it is due, by the server’s clock, and one that fails holds up none', async () => {
  const done: string[] = [];
  const job = (name: string, minutes: number): Job => ({
    name,
    every: minutes * 60_000,
    run: async () => {
      done.push(name);
      if (name === 'failing') throw new Error('no');
    },
  });
  const jobs = [job('failing', 1), job('minute', 1), job('hour', 60)];
  const ran = new Map<string, number>();
  const at = (time: string) => {
    server.setClock(new Date(`2026-03-02T${time}Z`));
    return runJobs(server.server, ran, jobs);
  };
  await at('10:00:00');
  assert.deepEqual(done.splice(0), ['failing', 'minute', 'hour']);
  await at('10:00:30');
  assert.deepEqual(done.splice(0), []);
  await at('10:01:00');
  assert.deepEqual(done.splice(0), ['failing', 'minute']);
  await at('11:00:00');
  assert.deepEqual(done.splice(0), ['failing', 'minute', 'hour']);
  assert.equal(server.logged.filter((line) => line.includes('"job":"failing"')).length, 3);
});

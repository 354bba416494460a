import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Says plainly who has the database. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`The database in ${folder} is in use by a running server (pid ${pid}).`);
  }
}

/** When a process began, in ticks since boot, where the system tells: a reused pid is not the process that wrote the lock. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // proc(5): field 22, counted after the name in brackets, which may hold spaces.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

async function isHeld(text: string): Promise<number | undefined> {
  const [pidText = '', start = ''] = text.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  return start === (await startOf(pid)) ? pid : undefined;
}

/**
 * Two processes in one data folder would destroy it, so a file names the one that has it. A lock left by a killed process is taken over.
 * @throws DatabaseInUse
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'server.lock');
  const mine = `${process.pid} ${await startOf(process.pid)}\n`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw error;
      const pid = await isHeld(await readFile(file, 'utf8').catch(() => ''));
      if (pid !== undefined) throw new DatabaseInUse(folder, pid);
      await rm(file, { force: true });
    }
  }
}

/**
 * Test runner command `media`: what the system asks of the page, such as `{ 'forced-colors': 'active' }`; nothing resets it.
 * (The runner's own knows no forced colours.)
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const mediaCommand = () => ({
  name: 'media-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'media') return undefined;
    const page = /** @type {any} */ (session.browser).getPage(session.id);
    const features = Object.entries(/** @type {Record<string, string>} */ (payload ?? {})).map(([name, value]) => ({ name, value }));
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
});

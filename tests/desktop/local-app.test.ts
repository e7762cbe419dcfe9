import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

test('shows the page under the strict policy, at an address of this computer', async () => {
  const app = await openApp();
  expect(await app.page.title()).toContain('Packhorse');
  expect(app.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await app.close();
});

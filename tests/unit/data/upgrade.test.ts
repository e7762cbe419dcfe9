import { expect, test } from 'vitest';
import { asUpgraded, upgraded } from '#tests/support/upgrade.ts';
import { testMachine } from '#tests/support/workspace.ts';

test('a newer app finds everything, and what only it can read', async () => {
  expect(await upgraded(`upgrade-${process.pid}`, testMachine())).toEqual(asUpgraded);
});

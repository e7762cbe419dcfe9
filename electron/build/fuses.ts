/** Reads the fuses of a packaged program back, as they are set in the program file itself. */
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** How each fuse must stand. Integrity of the archive is checked by Electron on Windows and macOS alone. */
export const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const satisfies Readonly<Partial<Record<keyof typeof FuseV1Options, boolean>>>;

export type FuseName = keyof typeof wantedFuses;

/** Whether each fuse is on in the program file. */
export async function readFuses(program: string): Promise<Readonly<Record<FuseName, boolean>>> {
  const wire = await getCurrentFuseWire(program);
  const names = Object.keys(wantedFuses) as ReadonlyArray<FuseName>;
  const read = names.map((name) => [name, wire[FuseV1Options[name]] === FuseState.ENABLE] as const);
  return Object.fromEntries(read) as Record<FuseName, boolean>;
}

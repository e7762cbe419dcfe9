/** What is used of the browser's folder, as TypeScript's library has it in part only. */
export interface Folder {
  readonly name: string;
  values(): AsyncIterable<FileSystemHandle>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileSystemFileHandle>;
  removeEntry(name: string): Promise<void>;
  queryPermission?(ask: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(ask: { mode: 'readwrite' }): Promise<PermissionState>;
}

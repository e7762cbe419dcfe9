/** Going to a place from code, such as after planning a meeting. The browser's own Back works as with a link. */
export function goTo(path: string): void {
  location.hash = path;
}

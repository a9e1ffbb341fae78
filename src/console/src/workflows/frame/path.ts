/** A path that a frame may lead to: a place of the console, never another address or a page of the frames themselves. */
export function safePath(path: string): string | null {
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\")) return null;
  return /^\/(workflows|desk|channels)(?=$|[/?#])/.test(path) ? path : null;
}

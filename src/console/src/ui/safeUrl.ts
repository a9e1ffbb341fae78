/** An address that may become a link: only http and https, whatever a marketplace sends. */
export function safeUrl(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

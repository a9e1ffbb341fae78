/** The name out of an author as versions keep it, "Anna <anna@shop.example>": the address is for the audit, not for the bar. */
export function authorName(author: string): string {
  return author.replace(/\s*<[^<>]*>$/, "") || author;
}

/** Where to go after sign-in: only a path of this page, never another address. */
export function safeBack(back: string | undefined): string {
  if (back === undefined || !back.startsWith("/") || back.startsWith("//") || back.includes("\\")) return "/desk";
  return back.startsWith("/sign-in") ? "/desk" : back;
}

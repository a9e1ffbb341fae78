/** The lists in the frames keep their page and filters in their own address; this brings them back after a reload. */
export type StudioList = "definitions" | "instances";

const keyOf = (list: StudioList) => `agentiq.studio.${list}`;

export function rememberPlace(list: StudioList, frame: Window | null | undefined): void {
  try {
    if (!frame?.location.pathname.startsWith("/studio/")) return;
    const search = new URLSearchParams(frame.location.search);
    search.delete("lang");
    sessionStorage.setItem(keyOf(list), search.toString());
  } catch {
    // Without storage, or over an error page of the browser, the list opens at its beginning.
  }
}

export function recallPlace(list: StudioList): URLSearchParams {
  try {
    return new URLSearchParams(sessionStorage.getItem(keyOf(list)) ?? "");
  } catch {
    return new URLSearchParams();
  }
}

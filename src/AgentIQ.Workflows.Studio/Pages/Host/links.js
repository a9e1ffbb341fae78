// The designer's own links and pushes lead to pages of another host; here they lead to the console's.

const routes = [
  { path: /^workflows\/definitions\/([^/]+)(?:\/edit)?$/, to: (id) => ({ type: "open-definition", definitionId: id }) },
  { path: /^workflows\/instances\/([^/]+)(?:\/view)?$/, to: (id) => ({ type: "open-instance", instanceId: id }) },
  { path: /^alterations\/instances\/([^/]+)$/, to: (id) => ({ type: "open-instance", instanceId: id }) },
];

/** Where an address leads, or null when it stays on this page. */
export function destinationOf(address) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) return null;
  const base = new URL(document.baseURI).pathname;
  const isBelowBase = url.pathname.startsWith(base);
  const path = url.pathname.slice(isBelowBase ? base.length : 1);
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match) return route.to(decodeURIComponent(match[1]));
  }

  const instanceId = path === "diagnostics/structured-logs" && url.searchParams.get("workflowInstanceId");
  if (instanceId) return { type: "open-instance", instanceId };
  return isBelowBase ? null : { type: "navigate", path: url.pathname + url.search + url.hash };
}

/** Catches clicks on links, and the push that "Run" makes instead of a navigation. */
export function followLinks(frame) {
  document.addEventListener("click", (event) => catchClick(event, frame), { capture: true });
  for (const method of ["pushState", "replaceState"]) {
    const original = history[method].bind(history);
    history[method] = (state, unused, address) => {
      const destination = address == null ? null : destinationOf(address);
      if (destination) frame.go(destination);
      else original(state, unused, address);
    };
  }
}

function catchClick(event, frame) {
  const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || opensElsewhere || link.target === "_blank" || link.hasAttribute("download")) return;
  const destination = destinationOf(link.href);
  if (destination) {
    event.preventDefault();
    event.stopPropagation();
    frame.go(destination);
  }
}

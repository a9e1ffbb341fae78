// Runs before the first paint, so that a dark screen does not flash white.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("agentiq.theme");
  } catch {
    // Storage may be switched off; the system's theme is used then.
  }
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();

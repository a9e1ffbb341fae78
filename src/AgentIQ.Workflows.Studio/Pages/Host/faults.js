// The designer has no way back from an error: a bar appears, and the rest of the screen is dead.

export function watchFaults(frame, session) {
  const bar = document.getElementById("blazor-error-ui");
  bar.querySelector(".reload").addEventListener("click", (event) => {
    event.preventDefault();
    frame.reload();
  });
  new MutationObserver(() => {
    // While nobody is signed in, requests may run out of patience; the page is loaded anew after the sign-in.
    if (bar.style.display === "block" && !session.isWaiting) {
      frame.tell("fault", { message: bar.querySelector("span").textContent });
    }
  }).observe(bar, { attributeFilter: ["style"] });
}

/** Runs the work at once, and then at most once per interval however often it is asked for. */
export function coalesce(work: () => void, milliseconds: number): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;

  const run = () => {
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) run();
    }, milliseconds);
    work();
  };

  return {
    ask: () => {
      if (timer === undefined) run();
      else asked = true;
    },
    stop: () => clearTimeout(timer),
  };
}

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { coalesce } from "./coalesce";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("works at once, and then once per interval however often it is asked", () => {
  const work = vi.fn();
  const { ask } = coalesce(work, 1_000);
  ask();
  expect(work).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 100; n++) ask();
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("stops", () => {
  const work = vi.fn();
  const { ask, stop } = coalesce(work, 1_000);
  ask();
  ask();
  stop();
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});

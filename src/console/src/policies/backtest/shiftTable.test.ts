import { describe, expect, it } from "vitest";
import { listOf, matrixOf, share } from "./shiftTable";

const shift = (from: string, to: string, count: number) => ({ from, to, count, same: from === to });

describe("from what to what", () => {
  const shifts = [shift("обычно", "обычно", 900), shift("обычно", "срочно", 40), shift("важно", "важно", 50), shift("важно", "обычно", 2)];

  it("is a matrix while the values are few, with the values that stay in the same order on both sides", () => {
    expect(matrixOf(shifts)).toEqual({
      from: ["обычно", "важно"],
      to: ["обычно", "важно", "срочно"],
      cells: [
        [shifts[0], undefined, shifts[1]],
        [shifts[3], shifts[2], undefined],
      ],
    });
  });

  it("is a list when the values are many, or only one changes", () => {
    expect(matrixOf(Array.from({ length: 7 }, (_, index) => shift(`случай ${index}`, "другой", 1)))).toBeNull();
    expect(matrixOf([shift("важно", "срочно", 5)])).toBeNull();
    expect(matrixOf([shift("30 мин", "20 мин", 5), shift("60 мин", "60 мин", 5)])).toBeNull();
  });

  it("lists the most frequent change first and counts what stays", () => {
    expect(listOf(shifts)).toEqual({ changed: [shifts[1], shifts[3]], same: 950 });
  });
});

it.each([
  [0, 0, "0 %"],
  [0, 10, "0 %"],
  [1, 1_000_000, "< 0,1 %"],
  [999_999, 1_000_000, "> 99,9 %"],
  [31, 1000, "3,1 %"],
  [500, 1000, "50 %"],
  [1000, 1000, "100 %"],
])("%d of %d is %s", (part, whole, words) => {
  expect(share(part, whole, "ru").replaceAll("\u00a0", " ")).toBe(words);
});

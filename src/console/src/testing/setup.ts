import { vi } from "vitest";

// jsdom does not lay pages out, so it has no media queries; Mantine asks for them.
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));

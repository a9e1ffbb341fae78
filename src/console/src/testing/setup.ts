import { vi } from "vitest";

// jsdom does not lay pages out, so it has no media queries; Mantine asks for them.
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));

vi.stubGlobal("scrollTo", () => undefined);

// Nor does it have modal dialogs: here they are open or not.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

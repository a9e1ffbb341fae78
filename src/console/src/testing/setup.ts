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

// Nor popovers, nor anything about sizes and scrolling.
HTMLElement.prototype.showPopover = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
vi.stubGlobal("ResizeObserver", class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
});

// Nor a pointer: a mouse's is what tests press with.
vi.stubGlobal(
  "PointerEvent",
  class extends MouseEvent {
    readonly pointerType = "mouse";
  },
);

// Nor does it read a file as a promise.
Blob.prototype.text = function (this: Blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsText(this);
  });
};

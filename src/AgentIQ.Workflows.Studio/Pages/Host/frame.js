// Who sees the page: the console, when it is the parent, or a person who opened the page by itself.

const ours = "agentiq-studio";
const theirs = "agentiq-console";

export class Frame {
  #handlers = new Map();
  #language;

  constructor(language) {
    this.#language = language;
    window.addEventListener("message", (event) => this.#receive(event));
  }

  /** Whether the console is around the page. `frame-ancestors 'self'` keeps everybody else out. */
  get isInConsole() {
    return window.parent !== window;
  }

  /** Tells the console; a page by itself has nobody to tell. */
  tell(type, details = {}) {
    if (this.isInConsole) window.parent.postMessage({ source: ours, type, ...details }, location.origin);
  }

  /** What to do when the console says so. */
  on(type, handler) {
    this.#handlers.set(type, handler);
  }

  /** Goes to another place: the console shows it, or this page does. */
  go(destination) {
    if (this.isInConsole) {
      const { type, ...details } = destination;
      this.tell(type, details);
    } else {
      location.assign(this.#addressOf(destination));
    }
  }

  /** The same place anew. The lists write their own query, so the language is said again. */
  reload() {
    const address = new URL(location.href);
    address.searchParams.set("lang", this.#language);
    location.replace(address);
  }

  #addressOf(destination) {
    switch (destination.type) {
      case "open-definition":
        return this.#own(`definitions/${encodeURIComponent(destination.definitionId)}`);
      case "open-instance":
        return this.#own(`instances/${encodeURIComponent(destination.instanceId)}`);
      default:
        return destination.path;
    }
  }

  #own(path) {
    return new URL(`${path}?lang=${this.#language}`, document.baseURI);
  }

  #receive(event) {
    if (event.origin === location.origin && event.source === window.parent && event.data?.source === theirs) {
      this.#handlers.get(event.data.type)?.(event.data);
    }
  }
}

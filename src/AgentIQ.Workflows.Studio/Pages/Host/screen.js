// The one element of the page, with what it calls.

const openDefinition = (definitionId) => ({ type: "open-definition", definitionId });
const openInstance = (instanceId) => ({ type: "open-instance", instanceId });

const kinds = {
  "definition-list": { tag: "elsa-workflow-definition-list", calls: { editWorkflowDefinition: openDefinition } },
  "definition-editor": { tag: "elsa-workflow-definition-editor", shows: "definition-id", calls: {} },
  "instance-list": { tag: "elsa-workflow-instance-list", calls: { viewWorkflowInstance: openInstance } },
  "instance-viewer": {
    tag: "elsa-workflow-instance-viewer",
    shows: "instance-id",
    calls: { editWorkflowDefinition: openDefinition },
  },
};

export class Screen {
  #kind;
  #id;
  #endpoint;
  #frame;
  #place = document.getElementById("screen");

  constructor(kind, id, endpoint, frame) {
    this.#kind = kinds[kind];
    this.#id = id;
    this.#endpoint = endpoint;
    this.#frame = frame;
  }

  /** Puts the elements into the page. The provider comes first: the others take the address from it. */
  open() {
    this.#place.append(this.#element("elsa-backend-provider"), this.#main());
  }

  /** Shows another definition or instance, or the same one as it is now, without starting the runtime again. The viewer reads its id only once. */
  show(id) {
    if (!this.#kind.shows || !id) return;
    this.#id = id;
    history.replaceState(history.state, "", new URL(encodeURIComponent(id) + location.search, location.href));
    const shown = this.#place.querySelector(this.#kind.tag);
    // Without one, the next is on its way already, and takes the id of now.
    if (!shown) return;
    shown.remove();
    whenEmpty(shown, () => this.#place.append(this.#main()));
  }

  #main() {
    const element = this.#element(this.#kind.tag);
    if (this.#kind.shows) element.setAttribute(this.#kind.shows, this.#id);
    // A property that is set before the element is defined would hide the element's own.
    customElements.whenDefined(this.#kind.tag).then(() => this.#connect(element));
    this.#tellWhenDrawn(element);
    return element;
  }

  #element(tag) {
    const element = document.createElement(tag);
    element.setAttribute("remote-endpoint", this.#endpoint);
    return element;
  }

  #connect(element) {
    for (const [name, destination] of Object.entries(this.#kind.calls)) {
      element[name] = (id) => this.#frame.go(destination(id));
    }
  }

  #tellWhenDrawn(element) {
    const observer = new MutationObserver(() => {
      if (element.childElementCount > 0) {
        observer.disconnect();
        document.getElementById("opening")?.remove();
        this.#place.removeAttribute("aria-busy");
        this.#frame.tell("ready");
      }
    });
    observer.observe(element, { childList: true });
  }
}

/** Blazor empties an element about a second after it left the page. Before that, a second one would claim the same places of the layout and break. */
function whenEmpty(element, then) {
  if (element.childElementCount === 0) return then();
  const observer = new MutationObserver(() => {
    if (element.childElementCount > 0) return;
    observer.disconnect();
    then();
  });
  observer.observe(element, { childList: true });
}

// Stands between the designer and its API: adds the language, watches the session, and tells the console what was saved.

const definitionRoutes = [
  { path: /^\/workflow-definitions$/, definition: (answer) => answer.workflowDefinition },
  { path: /^\/workflow-definitions\/[^/]+\/publish$/, definition: (answer) => answer.workflowDefinition },
  { path: /^\/workflow-definitions\/[^/]+\/retract$/, definition: (answer) => answer },
  { path: /^\/workflow-definitions\/[^/]+\/revert\/\d+$/, definition: (answer) => answer },
  { path: /^\/workflow-definitions\/import$/, definition: (answer) => answer },
];

// Asked before a renamed definition is saved. The designer's runtime ends when a question stays open for 100 seconds, and the save would
// never be sent; the save waits as long as it must, and its answer says whether the name is taken.
const nameQuestion = "/workflow-definitions/validation/is-name-unique";

/** Puts itself in the place of `fetch`, which is all that the designer sends with. */
export function listenToApi({ path, language, session, frame }) {
  const original = window.fetch.bind(window);
  window.fetch = async (resource, init = {}) => {
    const url = new URL(resource instanceof Request ? resource.url : resource, document.baseURI);
    if (resource instanceof Request || url.origin !== location.origin || !url.pathname.startsWith(`${path}/`)) {
      return original(resource, init);
    }

    const headers = new Headers(init.headers);
    headers.set("Accept-Language", language);
    const send = (options) => original(url, { ...options, headers });
    const asked = url.pathname.slice(path.length);
    let response = await send(init);
    if (response.status === 401) {
      response = asked === nameQuestion ? Response.json({ isUnique: true }) : await session.sendAgain(send, init);
    }

    const route = init.method?.toUpperCase() === "POST" && definitionRoutes.find((r) => r.path.test(asked));
    if (route) void report(route, response.clone(), frame);
    return response;
  };
}

async function report(route, response, frame) {
  const isJson = response.headers.get("Content-Type")?.includes("json");
  if (!isJson || !(response.ok || response.status === 400)) return;
  const answer = await response.json();
  if (response.status === 400) {
    const errors = Object.values(answer.errors ?? {}).flat();
    frame.tell("refused", { errors: errors.length > 0 ? errors : [answer.message ?? answer.title] });
    return;
  }

  const { definitionId, id: versionId, version, isPublished = false } = route.definition(answer);
  frame.tell("saved", { definitionId, versionId, version, isPublished });
}

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, type RouteComponent, RouterProvider } from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import { vi } from "vitest";
import { keys } from "~/api/queries";
import type { Role, Session } from "~/api/types";
import { WorkflowsPage } from "~/workflows/WorkflowsPage";
import type { WorkflowChange, WorkflowDefinition, WorkflowFinding, WorkflowIncident, WorkflowInstance } from "~/api/types";
import { me } from "./interactions";
import { type Answers, answering } from "./server";

export { type Answers, json } from "./server";

export const sessionOf = (role: Role = "manager", id = me.id): Session => ({ user: { ...me, id, email: "a@b.c", role }, seller: { id: me.id, name: "Дом и Свет" } });

/** One page of /workflows over a server that answers as it is told to, by "METHOD /path below /api". */
export function openWorkflows(at: string, path: string, page: RouteComponent, answers: Answers, role: Role = "manager") {
  const asked = answering(answers);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryDefaults(keys.session, { staleTime: Infinity });
  client.setQueryData(keys.session, sessionOf(role));
  const root = createRootRoute();
  const inside = createRoute({ getParentRoute: () => root, id: "inside" });
  const workflows = createRoute({ getParentRoute: () => inside, path: "/workflows", component: WorkflowsPage });
  const route = createRoute({ getParentRoute: () => workflows, path, component: page });
  const router = createRouter({
    routeTree: root.addChildren([inside.addChildren([workflows.addChildren([route])])]),
    history: createMemoryHistory({ initialEntries: [at] }),
    defaultNotFoundComponent: () => null,
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { asked, client, where: () => router.state.location.pathname };
}

export const frame = () => screen.getByTestId<HTMLIFrameElement>("studio-frame");

/** What the console says to the frame from now on. */
export function listen() {
  const { contentWindow } = frame();
  if (contentWindow === null) throw new Error("The frame has no window");
  return vi.spyOn(contentWindow, "postMessage");
}

/** The page in the frame says something. */
export function say(message: Record<string, unknown>, change: MessageEventInit = {}): void {
  const data = { source: "agentiq-studio", ...message };
  act(() => void window.dispatchEvent(new MessageEvent("message", { data, origin: window.location.origin, source: frame().contentWindow, ...change })));
}

export function definition(change: Partial<WorkflowDefinition> = {}): WorkflowDefinition {
  return {
    definitionId: "life",
    name: "Жизнь обращения",
    description: null,
    canEdit: true,
    latest: { versionId: "v5", version: 5, isPublished: false, updatedBy: me.name, updatedAt: "2026-11-20T10:00:00Z", note: null },
    published: { versionId: "v4", version: 4, publishedAt: "2026-11-19T10:00:00Z", by: me.name },
    isPlatform: false,
    baseVersion: null,
    newerBase: null,
    runningInstances: 0,
    hasDraftChanges: true,
    ...change,
  };
}

export function incident(change: Partial<WorkflowIncident> = {}): WorkflowIncident {
  return { id: "i1", activityId: "draft", activityName: "Подготовить черновик", message: "Шаблон не найден.", at: "2026-11-20T10:00:00Z", kind: "activity", outcomes: ["Done", "None"], ...change };
}

export function instance(change: Partial<WorkflowInstance> = {}): WorkflowInstance {
  return {
    id: "one",
    definitionId: "life",
    definitionName: "Жизнь обращения",
    version: 4,
    versionId: "v4",
    status: "running",
    subStatus: "suspended",
    name: null,
    isSandbox: false,
    interaction: null,
    parent: null,
    children: [],
    incidents: [],
    waits: [],
    createdAt: "2026-11-20T10:00:00Z",
    updatedAt: "2026-11-20T10:00:00Z",
    finishedAt: null,
    ...change,
  };
}

export function finding(change: Partial<WorkflowFinding> = {}): WorkflowFinding {
  return { severity: "error", activityId: "wait", activityName: "Ждать", path: "", message: "Поле обязательно.", line: null, column: null, ...change };
}

export function change(over: Partial<WorkflowChange> = {}): WorkflowChange {
  return { kind: "changed", subject: "input", activityId: "wait", activityName: "Ждать", activityType: "Delay", name: "Срок", before: "1", after: "2", sentence: "", ...over };
}

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, type RouteComponent, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { keys } from "~/api/queries";
import type { Role } from "~/api/types";
import { startTranslations } from "~/i18n";
import type { PolicyCheck, PolicyFinding, PolicySetView, PolicySummary, VersionView } from "~/policies/api";
import { me } from "./interactions";
import { type Answers, answering } from "./server";
import { sessionOf } from "./workflows";

/** The words of policies are loaded after the others have been started. */
export async function startPolicyWords(): Promise<void> {
  await startTranslations();
  await import("~/policies/words");
}

/** One page of /policies over a server that answers as it is told to. */
export function openPolicies(at: string, path: string, page: RouteComponent, answers: Answers, role: Role = "manager") {
  const asked = answering(answers);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryDefaults(keys.session, { staleTime: Infinity });
  client.setQueryData(keys.session, sessionOf(role));
  const root = createRootRoute();
  const inside = createRoute({ getParentRoute: () => root, id: "inside" });
  const policies = createRoute({ getParentRoute: () => inside, path: "/policies" });
  const route = createRoute({ getParentRoute: () => policies, path, component: page });
  const router = createRouter({
    routeTree: root.addChildren([inside.addChildren([policies.addChildren([route])])]),
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
  return { asked, client, where: () => router.state.location.href };
}

export function version(label: string, change: Partial<VersionView> = {}): VersionView {
  const [origin, number] = label.split("-");
  return {
    label,
    origin: origin === "seller" ? "seller" : "platform",
    number: Number(number),
    state: "active",
    effectiveFrom: "2026-11-19T10:00:00Z",
    effectiveTo: null,
    author: origin === "seller" ? me : null,
    note: null,
    createdAt: "2026-11-19T10:00:00Z",
    hash: "0",
    inForce: false,
    ...change,
  };
}

export function policySet(change: Partial<PolicySetView> = {}): PolicySetView {
  const active = version("seller-1", { inForce: true });
  const draft = version("seller-2", { state: "draft", note: "Короче сроки" });
  return {
    name: "sla",
    title: "Сроки ответа",
    canManage: true,
    active,
    newest: draft,
    versions: [draft, active, version("platform-3")],
    outputs: [],
    document: "{}",
    documentVersion: "seller-2",
    lockedTables: [],
    ...change,
  };
}

export function summaryOf(name: string, change: Partial<PolicySummary> = {}): PolicySummary {
  return {
    name,
    title: `Набор ${name}`,
    description: "Что решает этот набор",
    active: version("platform-3", { inForce: true }),
    newestPlatform: "platform-3",
    basedOn: null,
    platformIsNewer: false,
    drafts: 0,
    shadow: null,
    scheduled: null,
    findings: { errors: 0, warnings: 0 },
    rows: 5,
    examples: 30,
    decisionsLastWeek: 1200,
    canManage: true,
    ...change,
  };
}

export function checked(change: Partial<PolicyCheck> = {}): PolicyCheck {
  return { readable: true, canPublish: true, findings: [], sentences: {}, examples: [], ...change };
}

export function policyFinding(change: Partial<PolicyFinding> = {}): PolicyFinding {
  return { kind: "gap", severity: "error", path: "$.tables[0]", table: "deadlines", row: null, cell: null, otherRows: [], message: "Об этом случае никто не решает.", example: null, ...change };
}

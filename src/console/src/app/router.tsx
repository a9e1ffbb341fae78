import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { sessionQuery } from "~/api/queries";
import { readDeskSearch } from "~/desk/search";
import { CrashNotice } from "./CrashNotice";
import { NotFound } from "./NotFound";
import { queryClient } from "./queryClient";
import { Shell } from "./Shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: CrashNotice });

interface SignInSearch {
  back?: string;
  expired?: boolean;
}

export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): SignInSearch => ({
    ...(typeof search.back === "string" && { back: search.back }),
    ...(search.expired === true && { expired: true }),
  }),
  component: lazyRouteComponent(() => import("~/session/SignInPage"), "SignInPage"),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ location }) => {
    const session = await queryClient.query({ ...sessionQuery, staleTime: "static" });
    if (session === null) throw redirect({ to: "/sign-in", search: { back: location.href } });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/desk" });
  },
});

export const deskRoute = createRoute({
  getParentRoute: () => inside,
  path: "/desk",
  validateSearch: readDeskSearch,
  component: lazyRouteComponent(() => import("~/desk/DeskPage"), "DeskPage"),
});

const nothingOpen = createRoute({
  getParentRoute: () => deskRoute,
  path: "/",
  component: lazyRouteComponent(() => import("~/desk/detail/NothingOpen"), "NothingOpen"),
});

export const detailRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "$id",
  component: lazyRouteComponent(() => import("~/desk/detail/DetailPage"), "DetailPage"),
});

const channelsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/channels",
  component: lazyRouteComponent(() => import("~/channels/ChannelsPage"), "ChannelsPage"),
});

const policiesRoute = createRoute({
  getParentRoute: () => inside,
  path: "/policies",
  component: lazyRouteComponent(() => import("~/policies/PoliciesPage"), "PoliciesPage"),
});

const policyListRoute = createRoute({
  getParentRoute: () => policiesRoute,
  path: "/",
  component: lazyRouteComponent(() => import("~/policies/list/PolicyListPage"), "PolicyListPage"),
});

interface EditorSearch {
  /** The version to open instead of the newest draft, for looking at it. */
  version?: string;
}

const policyEditorRoute = createRoute({
  getParentRoute: () => policiesRoute,
  path: "$set",
  validateSearch: (search): EditorSearch => ({ ...(typeof search.version === "string" && { version: search.version }) }),
  component: lazyRouteComponent(() => import("~/policies/editor/EditorPage"), "EditorPage"),
});

const policyVersionsRoute = createRoute({
  getParentRoute: () => policiesRoute,
  path: "$set/versions",
  component: lazyRouteComponent(() => import("~/policies/versions/VersionsPage"), "VersionsPage"),
});

const policyBacktestRoute = createRoute({
  getParentRoute: () => policiesRoute,
  path: "$set/backtest",
  validateSearch: (search): EditorSearch => ({ ...(typeof search.version === "string" && { version: search.version }) }),
  component: lazyRouteComponent(() => import("~/policies/backtest/BacktestPage"), "BacktestPage"),
});

const simpleEscalationRoute = createRoute({
  getParentRoute: () => policiesRoute,
  path: "escalation/simple",
  component: lazyRouteComponent(() => import("~/policies/escalation/SimpleEscalationPage"), "SimpleEscalationPage"),
});

const workflowsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/workflows",
  component: lazyRouteComponent(() => import("~/workflows/WorkflowsPage"), "WorkflowsPage"),
});

const definitionsRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("~/workflows/lists/DefinitionsPage"), "DefinitionsPage"),
});

const definitionRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "definitions/$definitionId",
  component: lazyRouteComponent(() => import("~/workflows/definition/DefinitionPage"), "DefinitionPage"),
});

/** The address that links inside the designer have. */
const definitionAlias = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "definitions/$definitionId/edit",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/workflows/definitions/$definitionId", params, replace: true });
  },
});

const instancesRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "instances",
  component: lazyRouteComponent(() => import("~/workflows/lists/InstancesPage"), "InstancesPage"),
});

const instanceRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "instances/$instanceId",
  component: lazyRouteComponent(() => import("~/workflows/instance/InstancePage"), "InstancePage"),
});

const incidentsRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "incidents",
  component: lazyRouteComponent(() => import("~/workflows/incidents/IncidentsPage"), "IncidentsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signInRoute,
    inside.addChildren([
      home,
      deskRoute.addChildren([nothingOpen, detailRoute]),
      channelsRoute,
      policiesRoute.addChildren([policyListRoute, policyEditorRoute, policyVersionsRoute, policyBacktestRoute, simpleEscalationRoute]),
      workflowsRoute.addChildren([definitionsRoute, definitionRoute, definitionAlias, instancesRoute, instanceRoute, incidentsRoute]),
    ]),
  ]),
  defaultPreload: false,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "~/api/types";
import { checked, openPolicies, policySet, startPolicyWords, summaryOf, version } from "~/testing/policyPages";
import { type Answers, json } from "~/testing/server";
import { VersionsPage } from "./VersionsPage";

const none = { version: null, since: null, decisions: 0, differing: 0, outputs: [], samples: [] };

const open = (answers: Answers = {}, role?: Role) =>
  openPolicies("/policies/sla/versions", "$set/versions", VersionsPage, {
    "GET /policies/sla": () => json(200, policySet()),
    "GET /policies": () => json(200, [summaryOf("sla", { platformIsNewer: true, newestPlatform: "platform-3" })]),
    "GET /policies/sla/shadow": () => json(200, none),
    "GET /policies/sla/comparison": (_, url) => json(200, { from: "a", to: "b", changes: [{ kind: "changed", table: "t", row: "r", cell: null, text: `${url.searchParams.get("from")} → ${url.searchParams.get("to")}`, before: null, after: null }] }),
    "GET /policies/sla/versions/platform-3": () => json(200, { version: version("platform-3"), document: "{}" }),
    ...answers,
  }, role);

beforeAll(startPolicyWords);
afterEach(cleanup);

it("shows at once what the newest draft changes, and then any two versions", async () => {
  open();
  await screen.findByText("seller-1 → seller-2");
  fireEvent.click(screen.getByTestId("compare-platform-3"));
  await screen.findByText("seller-1 → platform-3");
  fireEvent.change(screen.getByTestId("compare-from"), { target: { value: "seller-2" } });
  await screen.findByText("seller-2 → platform-3");
  fireEvent.change(screen.getByTestId("compare-to"), { target: { value: "seller-2" } });
  expect(screen.getByText("Выберите две разные версии.")).toBeDefined();
});

it("says which version is in force and that a newer shipped one exists", async () => {
  open();
  expect((await screen.findByTestId("version-seller-1")).textContent).toContain("Действует сейчас");
  expect((await screen.findByTestId("newer-platform")).textContent).toContain("Вышла новая версия поставки");
});

it("brings an earlier version back by publishing it again, under a note that says so", async () => {
  const publish = vi.fn<(body: unknown) => Response>(() => json(200, version("seller-1", { inForce: true })));
  const old = version("seller-1", { state: "retired" });
  const active = version("seller-2", { inForce: true });
  open({
    "GET /policies/sla": () => json(200, policySet({ active, newest: active, versions: [active, old] })),
    "GET /policies/sla/versions/seller-1": () => json(200, { version: old, document: "{}" }),
    "GET /policies/sla/versions/seller-2": () => json(200, { version: active, document: "{}" }),
    "POST /policies/sla/check": () => json(200, checked()),
    "POST /policies/sla/versions/seller-1/publication": publish,
  });
  fireEvent.click(await screen.findByTestId("first-seller-1"));
  const submit = await screen.findByTestId<HTMLButtonElement>("publish-submit");
  await waitFor(() => expect(submit.disabled).toBe(false));
  fireEvent.click(submit);
  await waitFor(() => expect(publish).toHaveBeenCalledOnce());
  expect(publish.mock.calls[0]?.[0]).toMatchObject({ state: "active", note: "Возврат: ваша версия 1", seenActive: "seller-2" });
  await waitFor(() => expect(screen.queryByTestId("publish")).toBeNull());
});

it("counts where a shadow differs, and stops it", async () => {
  const stop = vi.fn<(body: unknown) => Response>(() => json(200, version("seller-2", { state: "draft" })));
  open({
    "GET /policies/sla/shadow": () => json(200, { ...none, version: "seller-2", since: "2026-11-20T10:00:00Z", decisions: 200, differing: 8 }),
    "POST /policies/sla/versions/seller-2/publication": stop,
  });
  expect((await screen.findByTestId("shadow")).textContent.replaceAll("\u00a0", " ")).toContain("Решила иначе: 8 из 200 (4 %)");
  fireEvent.click(screen.getByTestId("shadow-stop"));
  await waitFor(() => expect(stop).toHaveBeenCalledOnce());
  expect(stop.mock.calls[0]?.[0]).toMatchObject({ state: "draft" });
});

it("makes a draft of a shipped version and opens it", async () => {
  const save = vi.fn<(body: unknown) => Response>(() => json(201, { version: version("seller-3", { state: "draft" }), check: checked() }));
  const { where } = open({ "POST /policies/sla/versions": save });
  fireEvent.click(await screen.findByTestId("menu-platform-3"));
  fireEvent.click(await screen.findByTestId("copy-platform-3"));
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  expect(save.mock.calls[0]?.[0]).toEqual({ document: "{}", note: "На основе: поставка 3" });
  await waitFor(() => expect(where()).toBe("/policies/sla"));
});

it("goes back to the shipped rules when that was confirmed", async () => {
  const back = vi.fn<(body: unknown) => Response>(() => json(200, null));
  open({ "POST /policies/sla/platform": back });
  fireEvent.click(await screen.findByTestId("to-platform"));
  fireEvent.click(await screen.findByTestId("platform-submit"));
  await waitFor(() => expect(back).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.queryByTestId("platform-dialog")).toBeNull());
});

it("lets those look who may not change rules", async () => {
  open({ "GET /policies/sla": () => json(200, policySet({ canManage: false })) }, "operator");
  await screen.findByText("seller-1 → seller-2");
  expect(screen.queryByTestId("first-seller-2")).toBeNull();
  expect(screen.queryByTestId("to-platform")).toBeNull();
});

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { keys } from "~/api/queries";
import type { Session } from "~/api/types";
import { startTranslations } from "~/i18n";
import { json, sessionOf } from "~/testing/workflows";
import { SignInOver } from "./SignInOver";
import { askSignInOver, onSignedInOver } from "./signInOver";

function open(answer: () => Response) {
  vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(answer()));
  const client = new QueryClient();
  client.setQueryDefaults(keys.session, { staleTime: Infinity });
  client.setQueryData<Session>(keys.session, sessionOf());
  const onOtherPerson = vi.fn();
  const onLeave = vi.fn();
  const { unmount } = render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <SignInOver onOtherPerson={onOtherPerson} onLeave={onLeave} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { onOtherPerson, onLeave, unmount };
}

const ask = (unsaved: boolean) => {
  let asked = false;
  act(() => {
    asked = askSignInOver(unsaved);
  });
  return asked;
};
const signIn = () => {
  fireEvent.change(screen.getByTestId("login-password"), { target: { value: "demo" } });
  fireEvent.click(screen.getByTestId("login-submit"));
};
const leavingIsAsked = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

beforeAll(startTranslations);
afterEach(cleanup);

it("takes the place of the sign-in page only while a page shows it", () => {
  expect(askSignInOver(false)).toBe(false);
  const { unmount } = open(() => json(200, sessionOf()));
  expect(ask(false)).toBe(true);
  expect(screen.getByTestId<HTMLInputElement>("login-email").value).toBe("a@b.c");
  unmount();
  expect(askSignInOver(false)).toBe(false);
});

it("resumes what waited when the same person is back", async () => {
  const resumed = vi.fn();
  const forget = onSignedInOver(resumed);
  const { onOtherPerson } = open(() => json(200, sessionOf()));
  ask(false);
  signIn();
  await waitFor(() => expect(resumed).toHaveBeenCalledTimes(1));
  expect(screen.queryByTestId("sign-in-over")).toBeNull();
  expect(onOtherPerson).not.toHaveBeenCalled();
  forget();
});

it("repeats nothing in the name of somebody else", async () => {
  const resumed = vi.fn();
  const forget = onSignedInOver(resumed);
  const { onOtherPerson } = open(() => json(200, sessionOf("manager", "99999999-9999-7999-8999-999999999999")));
  ask(true);
  signIn();
  await waitFor(() => expect(onOtherPerson).toHaveBeenCalledTimes(1));
  expect(resumed).not.toHaveBeenCalled();
  expect(leavingIsAsked()).toBe(false);
  forget();
});

it("lets the browser ask before leaving only while something unsaved waits", async () => {
  open(() => json(200, sessionOf()));
  expect(leavingIsAsked()).toBe(false);
  ask(false);
  expect(leavingIsAsked()).toBe(false);
  ask(true);
  expect(leavingIsAsked()).toBe(true);
  // Another request that fails in the meantime does not make it any less so.
  ask(false);
  expect(leavingIsAsked()).toBe(true);
  signIn();
  await waitFor(() => expect(leavingIsAsked()).toBe(false));
});

it("stays when the password is wrong, and when Escape is pressed", async () => {
  open(() => json(401, { title: "Wrong" }));
  ask(true);
  signIn();
  await screen.findByTestId("login-error");
  const dialog = screen.getByTestId("sign-in-over");
  const escape = new Event("cancel", { cancelable: true });
  act(() => void dialog.dispatchEvent(escape));
  expect(escape.defaultPrevented).toBe(true);
});

it("leads to the sign-in page for those who give up", () => {
  const { onLeave } = open(() => json(401, {}));
  ask(true);
  fireEvent.click(screen.getByText("На страницу входа"));
  expect(onLeave).toHaveBeenCalledTimes(1);
  expect(leavingIsAsked()).toBe(false);
});

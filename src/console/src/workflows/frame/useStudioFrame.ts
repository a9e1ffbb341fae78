import { useNavigate } from "@tanstack/react-router";
import { type RefCallback, useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { askSignInOver, onSignedInOver } from "~/session/signInOver";
import { readStudioMessage, type StudioMessage, tellFrame } from "./messages";
import { safePath } from "./path";

/** Longer than a warm load takes by far; a first one has megabytes to fetch. */
const slowAfter = 15_000;

export type FramePhase = "loading" | "slow" | "ready" | "fault";

export type Saved = Extract<StudioMessage, { type: "saved" }>;

interface StudioFrameOptions {
  /** Filters and page that the frame's own address opens with. */
  search?: URLSearchParams;
  /** Whether the frame can hold work that is not saved yet. */
  edits?: boolean;
  onSaved?: (saved: Saved) => void;
  onRefused?: (errors: string[]) => void;
}

export interface Studio {
  /** The frame as it stands on the page, null before and between. */
  frame: HTMLIFrameElement | null;
  attach: RefCallback<HTMLIFrameElement>;
  /** Another one asks for a new frame element. */
  id: string;
  src: string;
  phase: FramePhase;
  /** Loads the frame anew, whatever state it is in. */
  reload: () => void;
}

/** One page of the designer in a frame: its address, the talk with it, and where it leads. */
export function useStudioFrame(path: string, options: StudioFrameOptions = {}): Studio {
  const { search, edits = false, onSaved, onRefused } = options;
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const [frame, attach] = useState<HTMLIFrameElement | null>(null);
  const [round, setRound] = useState(0);

  const query = new URLSearchParams(search);
  query.set("lang", i18n.language === "en" ? "en" : "ru");
  const src = `${path}?${query.toString()}`;
  const id = `${src}#${round}`;
  // What was said of another frame says nothing of this one.
  const [said, setSaid] = useState<{ id: string; phase: FramePhase }>({ id, phase: "loading" });
  const phase = said.id === id ? said.phase : "loading";

  const hear = useEffectEvent((event: MessageEvent<unknown>) => {
    const message = readStudioMessage(event, frame?.contentWindow);
    switch (message?.type) {
      case "ready":
        setSaid({ id, phase: "ready" });
        return;
      case "fault":
        setSaid({ id, phase: "fault" });
        return;
      case "open-definition":
        return void navigate({ to: "/workflows/definitions/$definitionId", params: { definitionId: message.definitionId } });
      case "open-instance":
        return void navigate({ to: "/workflows/instances/$instanceId", params: { instanceId: message.instanceId } });
      case "navigate": {
        const href = safePath(message.path);
        return href === null ? undefined : void navigate({ href });
      }
      case "session-expired":
        return void askSignInOver(edits && phase === "ready");
      case "saved":
        return onSaved?.(message);
      case "refused":
        return onRefused?.(message.errors);
      case undefined:
    }
  });

  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => hear(event);
    window.addEventListener("message", listener);
    return () => window.removeEventListener("message", listener);
  }, []);

  useEffect(() => onSignedInOver(() => tellFrame(frame?.contentWindow, { type: "signed-in" })), [frame]);

  useEffect(() => {
    if (phase !== "loading") return;
    const timer = setTimeout(() => setSaid({ id, phase: "slow" }), slowAfter);
    return () => clearTimeout(timer);
  }, [id, phase]);

  const reload = () => setRound((now) => now + 1);
  return { frame, attach, id, src, phase, reload };
}

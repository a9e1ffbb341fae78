import { Button, Loader } from "@mantine/core";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusedReply, isStaleRevision } from "~/api/errors";
import type { InteractionDetail, Violation } from "~/api/types";
import { offerActions } from "~/keyboard/actions";
import { Icon } from "~/ui/Icon";
import { useAssignment } from "../detail/useAssignment";
import { DraftBox } from "./DraftBox";
import { HighlightedField } from "./HighlightedField";
import { fitsHardLimits, lengthState } from "./length";
import { locate } from "./placeRemarks";
import { RemarkList } from "./RemarkList";
import { SendProblem } from "./SendProblem";
import { StaleBanner } from "./StaleBanner";
import { useRead } from "./useRead";
import { useReplyCheck } from "./useReplyCheck";
import { useSend } from "./useSend";
import { useWriting } from "./useWriting";
import { WritingState } from "./WritingState";
import classes from "./Composer.module.css";

interface ReplyFormProps {
  detail: InteractionDetail;
  me: string;
}

interface Refusal {
  text: string;
  remarks: Violation[];
}

export function ReplyForm({ detail, me }: ReplyFormProps) {
  const { t, i18n } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const writing = useWriting(me, detail.id);
  const { text } = writing;
  const { read, changes, acknowledge } = useRead(detail, me, text.trim() !== "");
  const check = useReplyCheck(detail.id, text, i18n.language);
  const send = useSend(detail.id, me);
  const assignment = useAssignment(detail);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const checked = [...(check.result?.violations ?? []), ...(check.result?.warnings ?? [])];
  const remarks = (refusal?.text === text ? refusal.remarks : checked).toSorted(errorsFirst);
  const knownErrors = refusal?.text === text || check.current ? remarks.filter(({ severity }) => severity === "error") : [];
  const length = lengthState(text, detail.limits);
  const maySend = detail.canReply && fitsHardLimits(length) && changes.length === 0 && !send.isPending;

  const showRemark = (remark: Violation) => {
    const start = locate(text, remark);
    field.current?.focus();
    if (start >= 0) field.current?.setSelectionRange(start, start + (remark.phrase.length || remark.length));
  };

  const submit = () => {
    if (!maySend) return;
    const [first] = knownErrors;
    if (first) {
      showRemark(first);
      return;
    }
    send.mutate(
      { text, read },
      {
        onSuccess: writing.clear,
        onError: (error) => {
          if (isRefusedReply(error)) setRefusal({ text, remarks: [...error.problem.violations, ...error.problem.warnings] });
        },
      },
    );
  };

  const takeDraft = () => {
    if (detail.draft) writing.take(detail.draft);
    field.current?.focus();
  };
  const offer = useEffectEvent(() =>
    offerActions({
      focusComposer: () => field.current?.focus(),
      useDraft: detail.draft && detail.canReply ? () => takeDraft() : undefined,
      toggleAssignment: assignment.toggle,
    }),
  );
  useEffect(() => offer());

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") field.current?.blur();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const returned = detail.reply && (detail.replyState === "rejected" || detail.replyState === "failed") ? detail.reply : null;
  // A conflict that the news explain is told by the banner above the text.
  const told = isRefusedReply(send.error) || (isStaleRevision(send.error) && changes.length > 0);
  const failure = told ? null : send.error;
  const goOn = () => {
    acknowledge();
    send.reset();
  };

  return (
    <section className={classes.composer} aria-label={t("composer.label")}>
      {changes.length > 0 && <StaleBanner changes={changes} canGoOn={detail.canReply} onAcknowledge={goOn} />}
      {failure && <SendProblem error={failure} onAgain={submit} />}
      {detail.canReply && <DraftBox detail={detail} writing={writing} onTake={takeDraft} />}
      <div className={classes.box} data-invalid={knownErrors.length > 0 || undefined}>
        <HighlightedField
          ref={field}
          text={text}
          remarks={remarks}
          disabled={send.isPending}
          invalid={knownErrors.length > 0}
          onChange={writing.type}
          onKeyDown={onKeyDown}
        />
        <RemarkList remarks={remarks} onShow={showRemark} />
        <footer className={classes.foot}>
          <WritingState writing={writing} length={length} limits={detail.limits} check={check} />
          {returned && text === "" && (
            <Button variant="subtle" size="compact-sm" onClick={() => writing.take({ id: null, text: returned.text })}>
              {t("reply.reuse")}
            </Button>
          )}
          <Button
            className={classes.send}
            onClick={submit}
            disabled={!maySend}
            rightSection={send.isPending ? <Loader size={14} color="currentColor" /> : <Icon name="send" size={16} />}
            title={t(isMac ? "composer.sendHintMac" : "composer.sendHint")}
            data-testid="send"
          >
            {t(send.isPending ? "composer.sending" : "composer.send")}
          </Button>
        </footer>
      </div>
    </section>
  );
}

/** Errors before advice, each in the order of the text. */
function errorsFirst(a: Violation, b: Violation): number {
  return a.severity === b.severity ? a.start - b.start : a.severity === "error" ? -1 : 1;
}

const isMac = /mac/i.test(navigator.userAgent);

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InteractionDetail } from "~/api/types";
import { goToNext } from "~/keyboard/actions";
import { mayAnswer, useSession } from "~/session/session";
import { Icon } from "~/ui/Icon";
import { loadText } from "./savedText";
import { ReplyForm } from "./ReplyForm";
import classes from "./Composer.module.css";

/** The place to answer, or a word on why there is nothing to answer. A text once written is always shown. */
export function Composer({ detail }: { detail: InteractionDetail }) {
  const session = useSession();
  if (session && mayAnswer(session) && (detail.canReply || loadText(session.user.id, detail.id).text !== "")) {
    return <ReplyForm detail={detail} me={session.user.id} />;
  }
  return <NoAnswer detail={detail} analyst={!mayAnswer(session)} />;
}

function NoAnswer({ detail, analyst }: { detail: InteractionDetail; analyst: boolean }) {
  const { t } = useTranslation();
  const text = analyst ? t("detail.analyst") : detail.ratingOnly ? t("deadline.noReplyNeeded") : t("detail.noReply");
  // What became of the reply is said by the reply's own card.
  const said = !analyst && detail.replyState !== "none";
  return (
    <div className={classes.none}>
      {!said && (
        <p>
          <Icon name="info" size={16} /> {text}
        </p>
      )}
      <Button variant="default" onClick={goToNext} data-testid="next">
        {t("detail.next")}
      </Button>
    </div>
  );
}

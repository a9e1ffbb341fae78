import { useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { recallPlace, rememberPlace, type StudioList } from "../frame/listPlace";
import { StudioFrame } from "../frame/StudioFrame";
import { useStudioFrame } from "../frame/useStudioFrame";
import { WorkflowTabs } from "./WorkflowTabs";

/** One of the designer's own lists, full height, with its page and filters as they were left. */
export function StudioListPage({ list }: { list: StudioList }) {
  const { t } = useTranslation();
  const [search] = useState(() => recallPlace(list));
  const studio = useStudioFrame(`/studio/${list}`, { search });
  const { frame } = studio;

  // Before the frame is taken from the page; afterwards its address is gone.
  useLayoutEffect(() => {
    const remember = () => rememberPlace(list, frame?.contentWindow);
    window.addEventListener("pagehide", remember);
    return () => {
      window.removeEventListener("pagehide", remember);
      remember();
    };
  }, [list, frame]);

  return (
    <>
      <WorkflowTabs open={list} />
      <StudioFrame studio={studio} title={t(`workflows.frame.${list}`)} />
    </>
  );
}

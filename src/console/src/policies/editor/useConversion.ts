import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readDocument } from "../model/readDocument";
import type { PolicyDocument } from "../model/types";
import { writeDocument } from "../model/writeDocument";
import { convertRow } from "../queries";
import { useEditor } from "./editorContext";

interface Conversion {
  of: PolicyDocument;
  table: string;
  row: string;
  to: "cells" | "condition";
}

/** Rewrites a row from cells to a condition or back; the server knows how, so that nothing changes its meaning. */
export function useConversion() {
  const { t } = useTranslation();
  const { state, set, edit } = useEditor();
  const conversion = useMutation({
    mutationFn: ({ of, ...request }: Conversion) => convertRow(set.name, { document: writeDocument(of), ...request }),
    onSuccess: ({ document }, { of }) => {
      const read = readDocument(document);
      if ("problem" in read) throw new Error(t(`policies.editor.raw.${read.problem}`, { detail: read.detail }));
      // What was written meanwhile would be lost: then nothing is converted.
      edit((before) => (before.document === of ? { ...before, document: read.document } : before));
    },
  });
  return {
    isPending: conversion.isPending,
    failed: conversion.error?.message ?? null,
    convert: (table: number, row: string, to: Conversion["to"]) => {
      const name = state.document.tables[table]?.name;
      if (name !== undefined) conversion.mutate({ of: state.document, table: name, row, to });
    },
  };
}

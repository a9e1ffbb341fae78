const paths = {
  desk: "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H12l-4.5 4v-4h-1A2.5 2.5 0 0 1 4 13.5z",
  channels: "M12 12h.01M8.5 15.5a5 5 0 0 1 0-7m7 0a5 5 0 0 1 0 7M5.6 18.4a9 9 0 0 1 0-12.8m12.8 0a9 9 0 0 1 0 12.8",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14m9 2-4-4",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  external: "M14 5h5v5m0-5-8 8M10 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-3",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16m0-12v4.5l3 1.5",
  up: "M12 19V6m-6 6 6-6 6 6",
  alert: "M12 9v4m0 3.5h.01M10.6 4.6 3.4 17a1.6 1.6 0 0 0 1.4 2.4h14.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.6a1.6 1.6 0 0 0-2.8 0",
  check: "M5 12.5l4.5 4.5L19 7.5",
  send: "M4 12 20 4l-5 16-3.5-6.5zm7.5 1.5L20 4",
  spark: "M12 3l1.8 5.2L19 10l-5.2 1.8L12 17l-1.8-5.2L5 10l5.2-1.8zM19 16v4m-2-2h4",
  refresh: "M19 12a7 7 0 1 1-2-4.9L19 9m0-4v4h-4",
  moon: "M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8m0-13v1.5m0 15V21M3 12h1.5m15 0H21M5.6 5.6l1.1 1.1m10.6 10.6 1.1 1.1m0-12.8-1.1 1.1M6.7 17.3l-1.1 1.1",
  keyboard: "M5 7h14a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2m1.5 3.5h.01M10 10.5h.01m3.5 0h.01m3.5 0h.01M8 14h8",
  signOut: "M14 5H7a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h7m-4-7h10m-3.5-3.5L20 12l-3.5 3.5",
  info: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16m0-9v5m0-8h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8m-7 8a7 7 0 0 1 14 0",
  down: "M7 10l5 5 5-5",
  review: "M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8L7 19l1.1-5.5L4 9.7 9.6 9z",
  question: "M9 9.2A3 3 0 0 1 12 7c1.700 0 3 1 3 2.600 0 2.200-3 2.300-3 4.400m0 3h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18",
  chat: "M4 6.500A2.500 2.500 0 0 1 6.500 4h11A2.500 2.500 0 0 1 20 6.500v7a2.500 2.500 0 0 1-2.500 2.500H12l-4.500 4v-4h-1A2.500 2.500 0 0 1 4 13.500z",
  bag: "M6 8h12l1 12H5zm3 0V7a3 3 0 0 1 6 0v1",
  inbox: "M4 13l2.500-7.500h11L20 13v5.500H4zm0 0h4.500a3.500 3.500 0 0 0 7 0H20",
  policies: "M4.500 5h15v14h-15zm0 4.700h15m-15 4.600h15M10 9.700V19",
  workflows: "M4 4.5h6v5H4zM14 14.5h6v5h-6zM7 9.5V17h7",
  branch: "M6 5v14M6 12c6 0 4-6 11-6m-3-3 3 3-3 3M6 12c6 0 4 6 11 6m-3-3 3 3-3 3",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  undo: "M4 9h10a5.500 5.500 0 0 1 0 11h-4M4 9l4-4M4 9l4 4",
  redo: "M20 9H10a5.500 5.500 0 0 0 0 11h4M20 9l-4-4m4 4-4 4",
  plus: "M12 5v14M5 12h14",
  code: "M9 7l-5 5 5 5m6-10 5 5-5 5",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  play: "M7 5l11 7-11 7z",
  compare: "M8 4v16m0-16L5 7m3-3 3 3m5 13V4m0 16 3-3m-3 3-3-3",
  dots: "M5 11.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1m7 0a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1m7 0a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1",
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
  size?: number;
}

/** A drawing beside words; it never carries meaning alone. */
export function Icon({ name, size = 18 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

import { createTheme, type MantineColorsTuple } from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e6f4f4", "#cbe6e7", "#98cfd1", "#62b6ba", "#3aa0a5", "#1f8e94", "#12818a", "#0d6a70", "#0a565b", "#06393d",
];

/** Mantine's part of the look; the colours that we use ourselves stand in tokens.css. */
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});

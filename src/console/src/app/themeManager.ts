import { localStorageColorSchemeManager } from "@mantine/core";

/** The key is read by public/theme.js too, before the first paint. */
export const themeManager = localStorageColorSchemeManager({ key: "agentiq.theme" });

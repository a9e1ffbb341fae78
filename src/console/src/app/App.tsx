import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./queryClient";
import { router } from "./router";
import { SessionGuard } from "./SessionGuard";
import { themeManager } from "./themeManager";
import { theme } from "./theme";

/** Mantine writes no style elements: what it needs stands in tokens.css, so `style-src 'self'` is enough. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
      colorSchemeManager={themeManager}
    >
      <QueryClientProvider client={queryClient}>
        <SessionGuard>
          <RouterProvider router={router} />
        </SessionGuard>
      </QueryClientProvider>
    </MantineProvider>
  );
}

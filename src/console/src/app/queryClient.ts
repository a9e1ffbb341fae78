import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "~/api/errors";

const attempts = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 30 * 60_000,
      retry: (failures, error) => failures < attempts && !(error instanceof ApiError && error.status < 500),
      // A request that fails at once says so; the browser's own idea of "online" is not asked.
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

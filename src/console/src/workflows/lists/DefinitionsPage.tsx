import { StudioListPage } from "./StudioListPage";

export function DefinitionsPage() {
  return <StudioListPage list="definitions" />;
}

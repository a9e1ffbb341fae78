import { StudioListPage } from "./StudioListPage";

export function InstancesPage() {
  return <StudioListPage list="instances" />;
}

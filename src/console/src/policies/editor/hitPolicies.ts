import type { HitPolicy } from "../model/types";

export const hitPolicies: HitPolicy[] = ["first", "unique", "priority", "any", "collect"];

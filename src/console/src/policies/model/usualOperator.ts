import type { FieldView, OperatorName } from "../api";

/** What a new column or question asks at first. */
export function usualOperator(field: FieldView): OperatorName {
  switch (field.type) {
    case "enum":
    case "string":
      return "in";
    case "set":
      return "hasAny";
    case "int":
    case "decimal":
    case "duration":
      return "gte";
    case "instant":
      return "within";
    case "text":
      return "containsAny";
    default:
      return "eq";
  }
}

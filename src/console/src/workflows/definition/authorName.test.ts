import { expect, it } from "vitest";
import { authorName } from "./authorName";

it.each([
  ["Анна Лебедева <owner@demo.agentiq>", "Анна Лебедева"],
  ["Анна Лебедева", "Анна Лебедева"],
  ["<owner@demo.agentiq>", "<owner@demo.agentiq>"],
])("calls %s %s", (author, name) => expect(authorName(author)).toBe(name));

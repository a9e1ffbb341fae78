import { expect, it } from "vitest";
import { change } from "~/testing/workflows";
import { groupChanges } from "./groupChanges";

it("gathers what belongs to one activity, and puts what came and went before what changed", () => {
  const { activities } = groupChanges([
    change({ name: "Срок" }),
    change({ activityId: "old", activityName: "Пауза", kind: "removed", subject: "activity" }),
    change({ activityId: "tell", activityName: "Сказать", kind: "added", subject: "activity" }),
    change({ activityId: "tell", activityName: "Сказать", kind: "added", name: "Кому" }),
    change({ name: "Команда" }),
  ]);
  expect(activities.map(({ name, kind, changes }) => [name, kind, changes.map((each) => each.name)])).toEqual([
    ["Сказать", "added", ["Кому"]],
    ["Пауза", "removed", []],
    ["Ждать", "changed", ["Срок", "Команда"]],
  ]);
});

it("keeps connections and the definition's own things apart from activities", () => {
  const connection = change({ subject: "connection", kind: "added" });
  const variable = change({ subject: "variable", activityId: null, activityName: null });
  const { activities, connections, whole } = groupChanges([connection, variable]);
  expect([activities, connections, whole]).toEqual([[], [connection], [variable]]);
});

it("keeps what only stands elsewhere out of what does something else now", () => {
  const moved = change({ kind: "moved", subject: "activity", activityId: null, activityName: null, sentence: "Передвинуто: «Отправить»." });
  expect(groupChanges([moved])).toEqual({ activities: [], connections: [], whole: [], moved: ["Передвинуто: «Отправить»."] });
});

it("shows a change of the activity's own texts as a change", () => {
  const { activities } = groupChanges([change({ kind: "changed", subject: "activity", name: "Название" })]);
  expect(activities[0]).toMatchObject({ kind: "changed", changes: [{ name: "Название" }] });
});

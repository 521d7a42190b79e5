import { z } from "zod";
import { maybe, resourceId } from "../../provider/api/answers";
import { plainList } from "../../provider/api/lists";
import type { Kind } from "../../provider/lifecycle/kind";
import type { AnyDeclaration, Declaration } from "../../provider/operations/declaration";
import { commonFields, only } from "../../provider/resources/common";
import { text } from "../../provider/resources/schemas";
import type { CommonInputs } from "../../provider/resources/sharedTypes";

/*
 * A kind of resource that no API has: all that the provider has to know of it. The simulator's side is
 * `tests/simulator/widget.ts`.
 */

interface WidgetInputs extends CommonInputs {
  name?: string;
  size: number;
  /** Set on creation only: it cannot be changed. */
  colour?: string;
}

const listedWidget = z.object({
  id: resourceId,
  name: maybe(z.string()),
  size: z.number(),
  status: z.string(),
});
type Widget = z.infer<typeof listedWidget>;

const widgetKind: Kind<Widget> = {
  name: "widget",
  noun: "widget",
  parents: [],
  idType: "number",
  isNameUnique: true,
  openList: plainList({
    path: () => "/widgets",
    item: listedWidget,
    id: "id",
    answer: (list) => z.object({ widgets: list }).transform(({ widgets }) => widgets),
  }),
  states: {
    pending: new Set(["building", "changing"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["scrapping"]),
    failed: new Set(["error"]),
  },
  commands: {
    create: "widgetCreateRequest",
    update: new Set(["widgetUpdateRequest"]),
    delete: "widgetDeleteRequest",
  },
  passingRefusals: [],
  limits: { subscription: "none", turnsNonActive: [], precedence: { create: 1, update: 1, delete: 1 } },
};

const widget: Declaration<WidgetInputs, Widget> = {
  kind: widgetKind,
  typeName: "Widget",
  loss: "scraps it",
  name: { maxLength: 40 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields: {
    ...commonFields,
    name: { schema: text.optional(), change: "update", observed: ({ name }) => name },
    size: {
      schema: z.number().int().positive("must be above 0"),
      change: "update",
      observed: ({ size }) => size,
    },
    colour: { schema: text.optional(), change: "replace" },
  },
  unique: { arguments: ["name"], scope: () => "the account" },
  createRequest: (inputs) => ({ method: "POST", path: "/widgets", body: only(inputs, ["name", "size"]) }),
  steps: ({ id }, changed, inputs) => {
    const fields = Object.keys(only(changed, ["name", "size"]));
    const body = { ...only(inputs, ["size"]), ...only(changed, ["name", "size"]) };
    return fields.length === 0 ? [] : [{ request: { method: "PUT", path: `/widgets/${id}`, body }, fields }];
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/widgets/${id}` }),
  observe: ({ id }, _inputs, cloud) => cloud.find(`/widgets/${id}`, listedWidget),
  outputs: ({ id, status }) => ({ widgetId: id, status }),
};

export const WIDGET = widget as object as AnyDeclaration;

import { Hono } from "hono";
import { z } from "zod";
import type { Account } from "../../simulator/account";
import { bodyOf } from "../../simulator/http/body";
import {
  acceptorOf,
  type Environment,
  resourceInPath,
  visibleResources,
} from "../../simulator/http/environment";
import type { ResourceKind } from "../../simulator/kind";
import type { KindName } from "../../simulator/kinds";
import { Refusal, requireThat } from "../../simulator/refusal";
import type { Resource } from "../../simulator/resource";
import type { CommandHandlers } from "../../simulator/tasks/command";

/** A kind of resource that no API has: all that a simulator has to know of it. */
interface Widget extends Resource<"widget", "building" | "active" | "changing" | "scrapping" | "error"> {
  id: number;
  size: number;
}

const WIDGETS: KindName<Widget> = "widget";
const request = z.strictObject({
  name: z.string().optional(),
  size: z.int(),
  subscriptionId: z.int().optional(),
});
type WidgetRequest = z.infer<typeof request>;

const commands = {
  widgetCreateRequest(
    account: Account,
    { body }: { subscriptionId?: number; body: WidgetRequest },
    taskId: string,
  ) {
    const { name = "widget", size, subscriptionId } = body;
    if ([...account.collection(WIDGETS).values()].some((other) => other.name === name)) {
      throw new Refusal("WIDGET_NAME_EXISTS", "There is a widget with this name.");
    }
    const visibleAt = account.now + account.duration("visibility");
    const widget: Widget = {
      kind: "widget",
      id: account.newId(),
      name,
      size,
      subscriptionId,
      status: "building",
      visibleAt,
      change: 0,
    };
    account.add(widget, taskId);
    account.schedule(widget, "active", account.duration("widgetCreate"));
    return { resourceId: widget.id };
  },
  widgetUpdateRequest(
    account: Account,
    { widgetId, body }: { widgetId: number; body: WidgetRequest },
    taskId: string,
  ) {
    return change(account, widgetId, taskId, "changing", "active", body);
  },
  widgetDeleteRequest(account: Account, { widgetId }: { widgetId: number }, taskId: string) {
    return change(account, widgetId, taskId, "scrapping", "gone");
  },
} satisfies CommandHandlers;

function change(
  account: Account,
  id: number,
  taskId: string,
  ...[meanwhile, to, fields]: ["changing", "active", WidgetRequest] | ["scrapping", "gone"]
) {
  const widget = account.collection(WIDGETS).get(id);
  requireThat(widget, "GENERAL_ERROR");
  Object.assign(widget, fields);
  account.transition(widget, meanwhile, taskId);
  account.schedule(widget, to, account.duration("widgetChange"));
  return { resourceId: id };
}

const accept = acceptorOf(commands);

const routes = new Hono<Environment>({ strict: false })
  .get("/widgets", (context) => context.json({ widgets: visibleResources(context, WIDGETS) }))
  .post("/widgets", async (context) => {
    const body = await bodyOf(context, request);
    return accept(context, "widgetCreateRequest", { subscriptionId: body.subscriptionId, body });
  })
  .get("/widgets/:widgetId", (context) =>
    context.json(resourceInPath(context, WIDGETS, "widgetId", "Widget")),
  )
  .put("/widgets/:widgetId", async (context) => {
    const { id: widgetId } = resourceInPath(context, WIDGETS, "widgetId", "Widget");
    return accept(context, "widgetUpdateRequest", { widgetId, body: await bodyOf(context, request) });
  })
  .delete("/widgets/:widgetId", (context) => {
    const { id: widgetId } = resourceInPath(context, WIDGETS, "widgetId", "Widget");
    return accept(context, "widgetDeleteRequest", { widgetId });
  });

export const WIDGET: ResourceKind<Widget> = {
  name: WIDGETS,
  path: "/widgets/:widgetId",
  routes,
  commands,
  durations: { widgetCreate: [20, 20], widgetChange: [5, 5] },
  reach: (account, widget, state) => {
    if (state === "gone") account.remove(widget);
    else account.transition(widget, state === "error" ? "error" : "active");
  },
};

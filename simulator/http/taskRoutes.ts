import { Hono } from "hono";
import { isVisible } from "../resource";
import { recentTasks, taskAnswer, taskJson } from "../tasks/answer";
import { baseUrl, type Environment } from "./environment";
import { notFound } from "./errors";

/** `GET /tasks` and `GET /tasks/{taskId}` */
export const taskRoutes = new Hono<Environment>({ strict: false })
  .get("/tasks", (context) => {
    const account = context.get("account");
    const url = baseUrl(context);
    const tasks = recentTasks(account).map((task) => taskJson(account.kinds, task, url));
    const json = `{"tasks":[${tasks.join(",")}]}`;
    return context.body(json, 200, { "content-type": "application/json" });
  })
  .get("/tasks/:taskId", (context) => {
    const account = context.get("account");
    const task = account.tasks.get(context.req.param("taskId"));
    if (!task || !isVisible(task, account.now)) throw notFound("Task was not found.");
    return context.json(taskAnswer(account.kinds, task, baseUrl(context)));
  });

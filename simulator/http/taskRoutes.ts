import { Hono } from "hono";
import { isVisible } from "../account";
import { recentTasks, taskAnswer, taskJson } from "../tasks/answer";
import { baseUrl, type Environment } from "./environment";
import { notFound } from "./errors";

/** `GET /tasks` and `GET /tasks/{taskId}` */
export const taskRoutes = new Hono<Environment>({ strict: false })
  .get("/tasks", (context) => {
    const tasks = recentTasks(context.get("account"));
    const url = baseUrl(context);
    const json = `{"tasks":[${tasks.map((task) => taskJson(task, url)).join(",")}]}`;
    return context.body(json, 200, { "content-type": "application/json" });
  })
  .get("/tasks/:taskId", (context) => {
    const account = context.get("account");
    const task = account.tasks.get(context.req.param("taskId"));
    if (!task || !isVisible(task, account.now)) throw notFound("Task was not found.");
    return context.json(taskAnswer(task, baseUrl(context)));
  });

import type { TaskState } from "../types";
import { commandInWords, timeOfDay } from "./format";
import { type AccountModel, type Model, nowOf } from "./model";
import { Progress } from "./Progress";
import { StateLabel } from "./parts";

interface Props {
  model: Model;
  account: AccountModel;
}

const MOST_QUEUED = 6;
const MOST_CLOSED = 3;

/** The three things that decide how fast an account works: its queue, its changing subscriptions, its rate limit. */
export function Vitals(props: Props) {
  return (
    <div class="vitals">
      <Queue {...props} />
      <Changing {...props} />
      <RateLimit {...props} />
    </div>
  );
}

function Queue({ model, account }: Props) {
  const { tasks, queue, processing } = account;
  const current = processing === undefined ? undefined : tasks.get(processing);
  const queued = queue.flatMap((taskId) => tasks.get(taskId) ?? []);
  const closed = [...tasks.values()]
    .filter(({ status }) => status === "processing-completed" || status === "processing-error")
    .sort((one, other) => (one.since ?? 0) - (other.since ?? 0));
  return (
    <section class="panel queue" aria-labelledby="queue-title">
      <div class="title">
        <h2 id="queue-title">Task queue</h2>
        <span class="count">{`${queued.length} queued, ${closed.length} done`}</span>
      </div>
      <div class="lane">
        <ol class="closed" aria-label="Latest tasks that are done">
          {closed.slice(-MOST_CLOSED).map((task) => (
            <li key={task.taskId}>
              <Task task={task} />
            </li>
          ))}
        </ol>
        <div class={current ? "current" : "current idle"}>
          {current ? (
            <>
              <Task task={current} />
              <Progress since={current.since} due={current.due} time={model.time} />
            </>
          ) : (
            <span class="faint">No task is being processed</span>
          )}
        </div>
        <ol class="queued" aria-label="Tasks that wait">
          {queued.slice(0, MOST_QUEUED).map((task) => (
            <li key={task.taskId}>
              <Task task={task} />
            </li>
          ))}
          {queued.length > MOST_QUEUED && <li class="more">{`+ ${queued.length - MOST_QUEUED}`}</li>}
        </ol>
      </div>
    </section>
  );
}

function Task({ task }: { task: TaskState }) {
  const title = `${task.commandType} ${task.taskId}${task.since ? `, since ${timeOfDay(task.since)}` : ""}`;
  return (
    <div class="task" title={title}>
      <span class="what">{commandInWords(task.commandType)}</span>
      <strong>{task.name ?? task.resourceId ?? task.subscriptionId ?? ""}</strong>
      <StateLabel status={task.status} />
      {task.error && <span class="error">{task.error}</span>}
    </div>
  );
}

function Changing({ model, account }: Props) {
  const { limit, subscriptionIds } = account.changing;
  const subscriptions = subscriptionIds.map((id) => account.own.find((one) => one.id === id));
  const places = Array.from(
    { length: Math.max(limit, subscriptions.length) },
    (_, index) => subscriptions[index],
  );
  return (
    <section class="panel changing" aria-labelledby="changing-title">
      <div class="title">
        <h2 id="changing-title">Changing subscriptions</h2>
        <span class="count">{`${subscriptionIds.length} of ${limit}`}</span>
      </div>
      <ol class="places">
        {places.map((subscription, index) => (
          <li key={subscription?.id ?? `free ${index}`} class={subscription ? "place taken" : "place"}>
            {subscription ? (
              <>
                <strong>{subscription.name}</strong>
                <StateLabel status={subscription.status} />
                <Progress since={subscription.since} due={subscription.due} time={model.time} />
              </>
            ) : (
              <span class="faint">free</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function RateLimit({ model, account }: Props) {
  const { limit, resetsAt = 0 } = account.rateLimit;
  const isOver = resetsAt <= nowOf(model, performance.now());
  const used = isOver ? 0 : account.rateLimit.used;
  return (
    <section class="panel rate" aria-labelledby="rate-title">
      <div class="title">
        <h2 id="rate-title">Rate limit</h2>
        <span class="count">{`${used} of ${limit}`}</span>
      </div>
      <meter
        min={0}
        max={limit}
        value={used}
        high={limit * 0.8}
        aria-label="Requests in this simulated minute"
      />
      <p class="faint">
        {isOver ? "requests per simulated minute" : `requests, until ${timeOfDay(resetsAt)}`}
      </p>
    </section>
  );
}

import type * as dynamic from "@pulumi/pulumi/dynamic";
import type { Cloud } from "../lifecycle/cloud";
import { changedNothing, LifecycleError } from "../lifecycle/error";
import { named, type Target } from "../lifecycle/operation";
import type { AnyDeclaration, Problem } from "../resources/declaration";
import { accountProblems } from "./accounts";
import { check } from "./check";
import type { ReadConfig } from "./credentials";
import { changes, diff } from "./diff";
import { Unfinished } from "./failure";
import { inputsAsHeld, observed, stateOf } from "./observation";
import { containsUnknown, known, PROVIDER, type Properties, UNFINISHED, UNSETTLED } from "./values";
import { cloudFor, working } from "./work";

/** The provider of one type of resource, derived from its declaration: what the dynamic-provider host calls. */
export class DeclaredProvider implements dynamic.ResourceProvider {
  private config: ReadConfig = () => undefined;

  constructor(private readonly declaration: AnyDeclaration) {}

  async configure({ config }: dynamic.ConfigureRequest): Promise<void> {
    this.config = (key) => config.get(key);
  }

  /** Refuses bad arguments, and an account that cannot be used, before anything is submitted. */
  async check(olds: Properties, news: Properties): Promise<dynamic.CheckResult> {
    const { inputs, problems } = check(this.declaration, olds, news);
    const refused = problems.length > 0 ? problems : await this.problemsByAccount(inputs);
    return { inputs, failures: refused.map(failureOf) };
  }

  async diff(id: string, olds: Properties, news: Properties): Promise<dynamic.DiffResult> {
    this.declaration.seen?.(this.declaration.target({ ...olds }, id), known(news));
    return diff(this.declaration, olds, news);
  }

  async create(news: Properties): Promise<dynamic.CreateResult> {
    return this.working("create", news, async (cloud, inputs) => {
      const found = await this.declaration.find?.({ ...inputs }, cloud);
      const target = found ?? (await this.created(inputs, cloud));
      this.declaration.seen?.(target, { ...inputs });
      if (found === undefined) await this.completed(target, inputs, cloud);
      else await this.takenOver(target, inputs, cloud);
      return { id: this.declaration.id(target), outs: await this.state(target, inputs, cloud) };
    });
  }

  async read(id: string, props: Properties): Promise<dynamic.ReadResult> {
    return this.working("update", props, async (cloud, state) => {
      const target = this.declaration.target({ ...state }, id);
      const answer = await this.declaration.observe(target, state, cloud);
      if (answer === undefined) return { id: "", props: {} };
      const inputs = inputsAsHeld(this.declaration, state, answer);
      const props = { ...unfinishedOf(state), ...stateOf(this.declaration, target, inputs, answer) };
      return { id, props, inputs };
    });
  }

  async update(id: string, olds: Properties, news: Properties): Promise<dynamic.UpdateResult> {
    const { [UNFINISHED]: unfinished, ...held } = withoutUnsettled(olds);
    return this.working("update", news, async (cloud, inputs) => {
      const target = this.declaration.target({ ...inputs }, id);
      if (unfinished !== undefined) {
        await this.keeping(target, olds, () => cloud.ready(target));
        await this.completed(target, held, cloud);
      }
      await this.bring(target, held, inputs, cloud);
      return { outs: await this.state(target, inputs, cloud) };
    });
  }

  async delete(id: string, props: Properties): Promise<void> {
    await this.working("delete", props, async (cloud, state) => {
      const target = this.declaration.target({ ...state }, id);
      if (!(await cloud.deletable(target))) return;
      await this.declaration.beforeDelete?.(target, { ...state }, cloud);
      await cloud.delete(target, this.declaration.deleteRequest(target));
      cloud.report("gone");
    });
  }

  /** What only the account can tell to be wrong: of itself, and of the arguments. */
  private async problemsByAccount(inputs: Properties): Promise<readonly Problem[]> {
    if (containsUnknown(inputs.account)) return [];
    const problems = await accountProblems(this.config, inputs.account as string | undefined);
    if (problems.length > 0) return problems;
    const given = known(inputs);
    return (await this.working("update", given, (cloud) => this.declaration.verify?.(given, cloud))) ?? [];
  }

  private working<T>(
    action: "create" | "update" | "delete",
    given: Properties,
    work: (cloud: Cloud, inputs: Properties) => Promise<T> | T,
  ): Promise<T> {
    const { [PROVIDER]: _, ...inputs } = given;
    return working(this.declaration, given, this.config, () =>
      work(cloudFor(this.declaration, inputs, this.config, action), inputs),
    );
  }

  private async created(inputs: Properties, cloud: Cloud): Promise<Target> {
    const target = this.declaration.target({ ...inputs });
    try {
      return await cloud.create(target, this.declaration.createRequest({ ...inputs }));
    } catch (error) {
      if (!(error instanceof LifecycleError) || error.resourceId === undefined) throw error;
      const id = this.declaration.id({ ...target, id: error.resourceId });
      throw new Unfinished(error, id, this.unfinished(inputs, error.status));
    }
  }

  /** Brings the arguments about that a creation does not take, and clears away what it needed. */
  private async completed(target: Target, inputs: Properties, cloud: Cloud): Promise<void> {
    const held = this.unfinished(inputs);
    await this.keeping(target, held, () => this.declaration.afterCreate?.(target, { ...inputs }, cloud));
    await this.bring(target, held, inputs, cloud);
  }

  /** Corrects the differences between what is there and what is declared. */
  private async takenOver(target: Target, inputs: Properties, cloud: Cloud): Promise<void> {
    await cloud.ready(target);
    const answer = await observed(this.declaration, target, inputs, cloud);
    const held = { ...inputsAsHeld(this.declaration, inputs, answer), ...this.untold() };
    const { replace } = changes(this.declaration, held, inputs);
    if (replace.length > 0) {
      throw new Error(
        `${named(target)} has the declared name and cannot be taken over: ${replace.join(", ")} cannot be ` +
          "changed. Declare what is there, or remove it first.",
      );
    }
    await this.bring(target, held, inputs, cloud);
  }

  /** Arguments that the API does not tell of: nobody knows what they are, so they are set. */
  private untold(): Properties {
    const untold = Object.entries(this.declaration.fields).filter(
      ([, field]) => !field.observed && field.change === "update",
    );
    return Object.fromEntries(untold.map(([argument]) => [argument, undefined]));
  }

  /** Makes the changes, one request after the other; when one fails, the state holds what was done. */
  private async bring(target: Target, olds: Properties, inputs: Properties, cloud: Cloud): Promise<void> {
    let held = olds;
    const { update } = changes(this.declaration, olds, inputs);
    for (const { request, fields } of this.declaration.steps(target, { ...update }, { ...inputs })) {
      try {
        await cloud.update(target, request);
      } catch (error) {
        const unsettled = changedNothing(error) ? {} : { [UNSETTLED]: fields };
        throw new Unfinished(error, this.declaration.id(target), { ...held, ...unsettled });
      }
      held = { ...held, ...Object.fromEntries(fields.map((field) => [field, inputs[field]])) };
    }
  }

  private state(target: Target, inputs: Properties, cloud: Cloud): Promise<Record<string, unknown>> {
    return this.keeping(target, inputs, async () => {
      const answer = await observed(this.declaration, target, inputs, cloud);
      const state = stateOf(this.declaration, target, inputs, answer);
      cloud.report(String(state.status));
      return state;
    });
  }

  /** Whatever fails inside leaves the resource in the state, with these properties. */
  private async keeping<T>(target: Target, held: Properties, work: () => Promise<T> | T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new Unfinished(error, this.declaration.id(target), held);
    }
  }

  /** What holds of a resource that is just created: of what only an update sets, the defaults. */
  private unfinished(inputs: Properties, status?: string): Properties {
    const held = Object.entries(inputs).map(([name, value]) => {
      const field = this.declaration.fields[name];
      return [name, field?.afterCreate ? field.removed : value] as const;
    });
    return { ...Object.fromEntries(held), [UNFINISHED]: true, ...(status === undefined ? {} : { status }) };
  }
}

/** A refresh does not finish what a creation left undone. */
const unfinishedOf = ({ [UNFINISHED]: unfinished }: Properties): Properties =>
  unfinished === undefined ? {} : { [UNFINISHED]: unfinished };

/** Nobody saw what became of these arguments: they are set again, also when the program went back meanwhile. */
function withoutUnsettled({ [UNSETTLED]: unsettled, ...properties }: Properties): Properties {
  const names = Array.isArray(unsettled) ? unsettled : [];
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

/** The engine shows the value of a property that it is told, a secret's too; so the path goes into the reason. */
const failureOf = ({ property, reason }: Problem): dynamic.CheckFailure => ({
  property: "",
  reason: reason.startsWith(property) ? reason : `${property}: ${reason}`,
});

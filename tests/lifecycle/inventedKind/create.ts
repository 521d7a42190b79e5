import { Stack } from "../stack";
import { WIDGET } from "../widget";

/** Creates a widget as the engine's provider does. The first argument is the stack's config, as JSON. */
const stack = new Stack(JSON.parse(process.argv[2] ?? "{}"));
stack.declare(WIDGET);
void stack.up("Widget", "cog", { size: 1 });

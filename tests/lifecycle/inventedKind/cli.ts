import { Command } from "commander";
import { reconcileCommand } from "../../../cli/reconcile";
import { WIDGET } from "../widget";

/** The command line, of which `reconcile` knows widgets. */
void new Command().addCommand(reconcileCommand([WIDGET])).parseAsync();

import { SUBSCRIPTION_STATES, TASK_COMPLETED, TASK_PROCESSING } from "../../provider/lifecycle/states";
import { lines, picture } from "./svg";

/** One phase of an operation. */
interface Phase {
  readonly title: readonly string[];
  /** What happens in it. */
  readonly about: readonly string[];
}

const [pending = ""] = SUBSCRIPTION_STATES.pending;
const [ready = ""] = SUBSCRIPTION_STATES.ready;

const PHASES: readonly Phase[] = [
  {
    title: ["wait for", "admission"],
    about: ["3 subscriptions", "may change at once,", "2 tasks may be sent"],
  },
  { title: ["write the", "journal"], about: ["what is about", "to be sent,", "without secrets"] },
  { title: ["send the", "request"], about: ["the answer is", "the task's ID: noted", "in the journal"] },
  { title: ["wait for", "the task"], about: ["received", TASK_PROCESSING, TASK_COMPLETED] },
  { title: ["wait for", "provisioning"], about: [`${pending},`, `then ${ready}`] },
  {
    title: ["keep it in", "the state"],
    about: ["the engine does;", "then the journal's", "entry is closed"],
  },
];

/** What a kill means during some phases, from left to right. */
const SPANS: readonly {
  readonly phases: number;
  readonly texts: readonly string[];
  readonly fill: string;
}[] = [
  { phases: 2, texts: ["nothing was submitted:", "nothing is left behind"], fill: "#dafbe1" },
  { phases: 1, texts: ["accepted", "or not?"], fill: "#ffebe9" },
  {
    phases: 2,
    texts: ["it cannot be cancelled: it goes on,", "whether a run waits for it or not"],
    fill: "#fff8c5",
  },
  { phases: 1, texts: ["Pulumi", "knows it"], fill: "#ddf4ff" },
];

/** Moments of a kill, between or in the phases: 0.5 is the middle of the first one. */
const KILLS: readonly { readonly at: number; readonly name: string }[] = [
  { at: 0.5, name: "A" },
  { at: 2.5, name: "B" },
  { at: 3.5, name: "C" },
  { at: 4.5, name: "D" },
  { at: 5, name: "E" },
];

const EDGE = 16;
const WIDTH = 138;
const GAP = 18;
const STEP = WIDTH + GAP;

const boxAt = ({ title, about }: Phase, index: number): readonly string[] => {
  const x = EDGE + index * STEP;
  const middle = x + WIDTH / 2;
  const next = x + WIDTH;
  const arrow = `<path d="M${next + 2} 50 h${GAP - 8}" stroke="#57606a" stroke-width="1.5"/><path d="M${next + GAP - 2} 50 l-7 -4 v8 z" fill="#57606a"/>`;
  return [
    `<rect x="${x}" y="24" width="${WIDTH}" height="52" rx="6" fill="#f6f8fa" stroke="#57606a"/>`,
    ...lines(title, { x: middle, y: 46, kind: "title" }),
    ...lines(about, { x: middle, y: 96, kind: "small" }),
    ...(index < PHASES.length - 1 ? [arrow] : []),
  ];
};

function spans(): readonly string[] {
  let first = 0;
  return SPANS.flatMap(({ phases, texts, fill }) => {
    const x = EDGE + first * STEP;
    const width = phases * STEP - GAP;
    first += phases;
    return [
      `<rect x="${x}" y="146" width="${width}" height="46" rx="6" fill="${fill}"/>`,
      ...lines(texts, { x: x + width / 2, y: 165 }),
    ];
  });
}

function kill({ at, name }: (typeof KILLS)[number]): readonly string[] {
  const x = EDGE + Math.floor(at) * STEP + (at % 1) * WIDTH;
  return [
    `<circle cx="${x}" cy="212" r="11" fill="#24292f"/>`,
    `<text x="${x}" y="216.5" text-anchor="middle" style="fill:#ffffff;font-weight:600">${name}</text>`,
  ];
}

/** The phases of an operation, and what a kill means in each. */
export function lifecyclePicture(): string {
  const width = 2 * EDGE + PHASES.length * STEP - GAP;
  return picture(
    width,
    236,
    "The phases of an operation, and what is left behind when a run is killed in each",
    [...PHASES.flatMap(boxAt), ...spans(), ...KILLS.flatMap(kill)],
  );
}

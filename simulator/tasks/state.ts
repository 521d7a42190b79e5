/** States of a task; the order of the first three is the order of the processing phase. */
export type TaskState = "received" | "processing-in-progress" | "processing-completed" | "processing-error";

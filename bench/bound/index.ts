export { createBound } from "./create";
export { destroyBound } from "./destroy";
export {
  type Bound,
  type Step,
  type SubscriptionCreation,
  type SubscriptionDeletion,
  UNLIMITED,
} from "./work";

/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const COST_REPORT_REFUSALS = {
  COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT: "The period of a cost report must not exceed 40 days.",
  COST_REPORT_END_DATE_BEFORE_START_DATE: "'endDate' must not be before 'startDate'.",
  COST_REPORT_END_DATE_IS_MISSING: "'endDate' is missing.",
  COST_REPORT_FUTURE_DATES_NOT_ALLOWED: "The period of a cost report must not be in the future.",
  COST_REPORT_INVALID_DATE_FORMAT: "A date must be in the format YYYY-MM-DD.",
  COST_REPORT_START_DATE_IS_MISSING: "'startDate' is missing.",
  COST_REPORT_TAG_KEY_EMPTY: "The key of a tag must not be empty.",
  COST_REPORT_TAG_VALUE_EMPTY: "The value of a tag must not be empty.",
} as const;

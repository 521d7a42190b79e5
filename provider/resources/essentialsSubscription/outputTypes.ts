/** What the API reports of an Essentials subscription: mostly its plan. */
export interface EssentialsSubscriptionOutputs {
  /** Its name, given or made up. */
  readonly name: string;
  /** The API's ID; the Pulumi ID is the same in a string. */
  readonly subscriptionId: number;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  /** Name of the plan, e.g. `Single-Zone 1GB`. */
  readonly planName: string | undefined;
  /** `pay-as-you-go` if databases have sizes of their own; otherwise they share the plan's. */
  readonly planType: string | undefined;
  /** Memory of the plan, in `sizeMeasurementUnit`. */
  readonly size: number | undefined;
  /** `MB` or `GB`. */
  readonly sizeMeasurementUnit: string | undefined;
  /** Cloud provider: `AWS`, `GCP` or `AZURE`. */
  readonly provider: string | undefined;
  /** Region, e.g. `us-east-1`. */
  readonly region: string | undefined;
  /** Price of the plan for a `pricePeriod`; 0 for a free plan. */
  readonly price: number | undefined;
  /** E.g. `USD`. */
  readonly priceCurrency: string | undefined;
  /** What the price is for, e.g. `Month`. */
  readonly pricePeriod: string | undefined;
  /** How many databases it may have. */
  readonly maximumDatabases: number | undefined;
  /** `No replication`, `Single-zone` or `Multi-zone`. */
  readonly availability: string | undefined;
  /** How many clients may be connected: a number, or `unlimited`. */
  readonly connections: string | undefined;
  /** How many source addresses a database may have. */
  readonly cidrAllowRules: number | undefined;
  /** Whether databases can have data persistence. */
  readonly supportDataPersistence: boolean | undefined;
  /** Whether databases can be backed up. */
  readonly supportInstantAndDailyBackups: boolean | undefined;
  /** Whether databases can have a replica of their data. */
  readonly supportReplication: boolean | undefined;
  /** Whether databases can be clustered. */
  readonly supportClustering: boolean | undefined;
  /** Level of support, e.g. `Standard`. */
  readonly customerSupport: string | undefined;
  /** When it was created, in the API's own form. */
  readonly creationDate: string | undefined;
  /** How it is paid for: `credit-card`, `marketplace` or `invoice`; undefined on a free plan. */
  readonly paymentMethodType: string | undefined;
}

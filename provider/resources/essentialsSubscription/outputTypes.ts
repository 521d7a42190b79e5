/** What the API reports of an Essentials subscription: mostly its plan. */
export interface EssentialsSubscriptionOutputs {
  /** Name: the declared one or the auto-name. */
  readonly name: string;
  /** ID in the API; the Pulumi ID is the same as a string. */
  readonly subscriptionId: number;
  /** Provisioning state: `active` when the resource can be used. */
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
  /** Currency of the price, e.g. `USD`. */
  readonly priceCurrency: string | undefined;
  /** Period of the price, e.g. `Month`. */
  readonly pricePeriod: string | undefined;
  /** Maximum number of databases. */
  readonly maximumDatabases: number | undefined;
  /** `No replication`, `Single-zone` or `Multi-zone`. */
  readonly availability: string | undefined;
  /** Maximum number of client connections: a number, or `unlimited`. */
  readonly connections: string | undefined;
  /** Maximum number of source addresses of a database. */
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
  /** When the subscription was created, in the API's format. */
  readonly creationDate: string | undefined;
  /** Type of payment: `credit-card`, `marketplace` or `invoice`; undefined on a free plan. */
  readonly paymentMethodType: string | undefined;
}

/** Arguments that say where a connection is. */
export interface PlaceInputs {
  /** ID of the Pro subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * ID of the region in an Active-Active subscription, such as the `regionId` of an `ActiveActiveRegion`, or of
   * `getActiveActiveRegions()`. Required there, and allowed nowhere else. A change replaces.
   */
  regionId?: number;
}

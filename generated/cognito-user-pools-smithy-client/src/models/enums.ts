/**
 * @public
 * @enum
 */
export const DeliveryMediumType = {
  /** A message to the user's email address. */
  EMAIL: "EMAIL",
  /** A text message to the user's phone number. */
  SMS: "SMS",
} as const;
/**
 * The ways in which a one-time code reaches a user.
 *
 * @public
 */
export type DeliveryMediumType = (typeof DeliveryMediumType)[keyof typeof DeliveryMediumType];

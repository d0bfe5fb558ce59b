// CAMEO codes of what PLOVER has for one: support.

/** Of support that says no more. */
export const MERE_SUPPORT = "050";

/** Of praise and congratulation, and of thanks. */
export const PRAISE = "051";

/** Of words of sympathy. */
export const CONDOLENCE = "018";

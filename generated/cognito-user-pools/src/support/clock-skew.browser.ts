/** A browser has nothing that could say so. */
export const clockSkewCorrectionDisabled = async (): Promise<boolean> => false;

import { SignatureV4 } from "@smithy/signature-v4";

/** The published signer. A bundle for browsers is one file, so there is nothing to gain by loading it late. */
export const loadSigner = async (): Promise<typeof SignatureV4> => SignatureV4;

/** A browser has nothing that could say so. */
export const clockSkewCorrectionDisabled = async (): Promise<boolean> => false;

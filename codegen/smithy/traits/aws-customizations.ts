/** https://smithy.io/2.0/aws/customizations/index.html */
import { marker } from "./trait.ts";

/** The response's outer element is the member's, not the operation's. */
export const s3UnwrappedXmlOutput = marker("aws.customizations#s3UnwrappedXmlOutput");

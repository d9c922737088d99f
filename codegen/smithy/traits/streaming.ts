/** https://smithy.io/2.0/spec/streaming.html */
import { marker } from "./trait.ts";

/** A blob that is a stream of bytes, or a union that is a stream of events. */
export const streaming = marker("smithy.api#streaming");

/** The length of the stream must be known. */
export const requiresLength = marker("smithy.api#requiresLength");

export const eventHeader = marker("smithy.api#eventHeader");
export const eventPayload = marker("smithy.api#eventPayload");

import type { OperationIr, StructureIr } from "../../ir/types.ts";
import type { CodecFunctions, ProtocolFile, Transport, TransportFunctions } from "./protocol.ts";
import { RestRequests } from "./rest-requests.ts";
import { RestResponses } from "./rest-responses.ts";

/**
 * Members go where HTTP bindings put them: path, query, headers, status and body.
 * https://smithy.io/2.0/spec/http-bindings.html
 */
export const rest: Transport = (file, codec) => new Rest(file, codec);

class Rest implements TransportFunctions {
  readonly #requests: RestRequests;
  readonly #responses: RestResponses;

  constructor(file: ProtocolFile, codec: CodecFunctions) {
    this.#requests = new RestRequests(file, codec);
    this.#responses = new RestResponses(file, codec);
  }

  request(operation: OperationIr) {
    return this.#requests.write(operation);
  }

  response(operation: OperationIr) {
    return this.#responses.write(operation);
  }

  error(error: StructureIr) {
    return this.#responses.error(error);
  }

  declarations() {
    return [];
  }
}

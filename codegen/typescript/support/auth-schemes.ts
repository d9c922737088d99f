import type { HttpAuthScheme } from "@smithy/types";

/** Who calls and what signs, for auth schemes by their ids: those for which this package has no signer. */
export type AddedAuthSchemes<Id extends string> = { readonly [id in Id]?: Omit<HttpAuthScheme, "schemeId"> };

/** The auth schemes of a client: the list that its configuration gives, or its own, with those that are given added. */
export const authSchemes = <Id extends string>(
  given: HttpAuthScheme[] | AddedAuthSchemes<Id> | undefined,
  own: HttpAuthScheme[],
): HttpAuthScheme[] =>
  Array.isArray(given)
    ? given
    : [
        ...own,
        ...Object.entries<Omit<HttpAuthScheme, "schemeId"> | undefined>(given ?? {}).flatMap(([schemeId, scheme]) =>
          scheme === undefined ? [] : [{ ...scheme, schemeId }],
        ),
      ];

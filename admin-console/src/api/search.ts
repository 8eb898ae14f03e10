import type { Catalog } from "./catalog";
import type { Operation } from "./http";
import type { RecordId } from "./records";

/** A piece of a text around found words; joined they are plain text. */
export interface SnippetPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A record that a search found, with the fields that hold the words, best first. */
export interface FoundRecord {
  readonly node: { readonly __typename: string; readonly id: RecordId; readonly name: string | null };
  readonly matches: readonly {
    readonly field: string;
    readonly label: string;
    readonly snippet: readonly SnippetPiece[];
  }[];
}

export interface SearchAnswer {
  readonly search: { readonly edges: readonly FoundRecord[] };
}

/** Finds records of all objects by words. */
export function searchDocument(catalog: Catalog, text: string, first = 20): Operation {
  const names = catalog.objects.map((object) => `... on ${object.name} { name }`).join(" ");
  return {
    query: `query Search($text: String!) { search(text: $text, first: ${first}) {
      edges { node { __typename id ${names} } matches { field label snippet { text isMatch } } } } }`,
    variables: { text },
  };
}

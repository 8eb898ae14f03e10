/** A user, a role or a group that a record is shared with. */
export interface ShareParty {
  readonly id: string;
  readonly name: string | null;
  readonly kind: "USER" | "ROLE" | "GROUP";
}

/** With whom a record is shared. */
export interface RecordShare {
  readonly party: ShareParty;
  readonly withBelow: boolean;
  readonly mayChange: boolean;
  readonly cause: string;
  readonly until: string | null;
}

/** A share to be made. */
export interface ShareInput {
  readonly object: string;
  readonly id: string;
  readonly with: string;
  readonly withBelow: boolean;
  readonly mayChange: boolean;
  readonly until: string | null;
}

const SHARE_PARTS = "party { id name kind } withBelow mayChange cause until";

export const SHARING = {
  shares: `query Shares($object: String!, $id: ID!) { shares: recordShares(object: $object, id: $id) { ${SHARE_PARTS} } }`,
  share: `mutation Share($input: ShareRecordInput!) { shares: shareRecord(input: $input) { ${SHARE_PARTS} } }`,
  unshare: `mutation Unshare($object: String!, $id: ID!, $with: ID!, $withBelow: Boolean, $cause: String) { shares: unshareRecord(object: $object, id: $id, with: $with, withBelow: $withBelow, cause: $cause) { ${SHARE_PARTS} } }`,
} as const;

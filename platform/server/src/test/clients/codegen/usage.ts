// Compiles only where the generated types say what the API answers and takes.
import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
import { graphql, useFragment } from "./generated";
import type { AccountsWithOrdersQuery } from "./generated/operations";
import type { Account, AccountChange, AccountReference } from "./generated/types";

const ACCOUNTS = graphql(`
  query AccountsWithOrders($filter: AccountFilter, $after: String) {
    accounts(filter: $filter, orderBy: [{ name: ASC }], first: 10, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor node { ...AccountLine } }
      nodes { id name version createdAt owner { name } orders(first: 1) { nodes { orderDate freight } } }
    }
    ordersAggregate(groupBy: [{ path: ["orderDate"], by: MONTH }]) { groups { keys count sum { freight } } }
    node(id: "01900000-0000-7000-8000-000000000000") { __typename id ... on Order { orderDate } }
  }
`);

const LINE = graphql(`
  fragment AccountLine on Account { name city }
`);

const ADD = graphql(`
  mutation AddAccount($data: AccountCreateInput!) {
    createAccount(data: $data) { id version }
  }
`);

const WATCH = graphql(`
  subscription WatchAccounts($filter: AccountFilter) {
    accountChanged(filter: $filter) { kind cursor recordId node { ...AccountLine } }
  }
`);

export function lines({ accounts }: ResultOf<typeof ACCOUNTS>): (string | null | undefined)[] {
  return accounts.edges.map(({ node }) => useFragment(LINE, node).city);
}

export function months({ ordersAggregate }: AccountsWithOrdersQuery): (string | null | undefined)[] {
  return ordersAggregate.groups.map(({ sum }) => sum.freight);
}

export const page: VariablesOf<typeof ACCOUNTS> = {
  filter: { city: { in: ["Berlin"] }, orders: { some: { orderDate: { relative: "LAST_90_DAYS" } } } },
};

export const added: VariablesOf<typeof ADD> = {
  data: { name: "Acme", orders: { create: [{ name: "1", orderDate: "2026-01-31", shipper: { id: "1" } }] } },
};

export const heard = ({ accountChanged }: ResultOf<typeof WATCH>): string | undefined => accountChanged.recordId;

export const reference: AccountReference = { customerCode: "ALFKI" };

export const text = (account: Account): string => account.id + account.__typename;

export const change = ({ kind }: AccountChange): "CREATED" | string => kind;

// @ts-expect-error an account has no such field
export const missing = (account: Account): unknown => account.nothing;

// @ts-expect-error a reference has exactly one field
export const both: AccountReference = { id: "1", customerCode: "ALFKI" };

// What the compiler reads; the test takes the artifacts that it makes of this.
import { graphql } from "relay-runtime";

graphql`
  query accountsQuery($filter: AccountFilter, $count: Int!) {
    ...accounts_list @arguments(filter: $filter, count: $count)
  }
`;

graphql`
  fragment accounts_list on Query
  @argumentDefinitions(
    filter: { type: "AccountFilter" }
    count: { type: "Int", defaultValue: 10 }
    cursor: { type: "String" }
  )
  @refetchable(queryName: "accountsPageQuery") {
    accounts(filter: $filter, orderBy: [{ name: ASC }], first: $count, after: $cursor)
      @connection(key: "accounts_accounts", filters: ["filter"]) {
      totalCount
      edges {
        node {
          name
          ...accounts_row
        }
      }
    }
  }
`;

graphql`
  fragment accounts_row on Account @refetchable(queryName: "accountsRowQuery") {
    name
    city
    owner {
      name
    }
  }
`;

graphql`
  query accountsFromTheEndQuery($filter: AccountFilter, $count: Int!, $cursor: String) {
    accounts(filter: $filter, orderBy: [{ name: ASC }], last: $count, before: $cursor)
      @connection(key: "accountsFromTheEnd_accounts", filters: ["filter"]) {
      edges {
        node {
          name
        }
      }
    }
  }
`;

graphql`
  query accountsOrdersQuery($id: ID!) {
    node(id: $id) {
      ...accounts_orders @alias(as: "account")
    }
  }
`;

graphql`
  fragment accounts_orders on Account
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "accountsOrdersPageQuery") {
    orders(first: $count, after: $cursor, orderBy: [{ name: ASC }]) @connection(key: "accounts_orders") {
      edges {
        node {
          name
        }
      }
    }
  }
`;

graphql`
  mutation accountsAddMutation($data: AccountCreateInput!, $connections: [ID!]!) {
    createAccount(data: $data) @appendNode(connections: $connections, edgeTypeName: "AccountEdge") {
      id
      name
    }
  }
`;

graphql`
  mutation accountsRemoveMutation($id: ID!, $connections: [ID!]!) {
    deleteAccount(id: $id) {
      id @deleteEdge(connections: $connections)
    }
  }
`;

graphql`
  mutation accountsDestroyMutation($id: ID!) {
    destroyAccount(id: $id) {
      id @deleteRecord
    }
  }
`;

graphql`
  subscription accountsWatchSubscription($filter: AccountFilter, $after: String) {
    accountChanged(filter: $filter, after: $after) {
      kind
      node {
        ...accounts_row
      }
    }
  }
`;

/** A program that calls the API with credentials of its own. */
export interface ApiClient {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  /** The id of the user as which it acts. */
  readonly user: string;
  readonly active: boolean;
  readonly createdAt: string;
  readonly secretSince: string;
  readonly lastUsedAt: string | null;
}

/** What a program signs in with; the server tells it once. */
export interface ApiClientSecret {
  readonly client: ApiClient;
  readonly secret: string;
  readonly tokenEndpoint: string;
}

const CLIENT = "id name clientId user active createdAt secretSince lastUsedAt";
const SECRET = `secret tokenEndpoint client { ${CLIENT} }`;

export const API_CLIENTS = {
  all: `query ApiClients { clients: apiClients { ${CLIENT} } }`,
  create: `mutation CreateApiClient($name: String!) { made: createApiClient(name: $name) { ${SECRET} } }`,
  rotate: `mutation RotateApiClient($id: ID!) { made: rotateApiClient(id: $id) { ${SECRET} } }`,
  activate: `mutation ActivateApiClient($id: ID!, $active: Boolean!) { client: activateApiClient(id: $id, active: $active) { ${CLIENT} } }`,
  delete: "mutation DeleteApiClient($id: ID!) { client: deleteApiClient(id: $id) { id } }",
} as const;

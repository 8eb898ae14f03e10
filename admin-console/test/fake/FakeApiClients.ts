import type { ApiClient, ApiClientSecret } from "@/api";
import { refuse, type Values } from "./refusal.ts";

/** The API clients of the stand-in's workspace. */
export class FakeApiClients {
  clients: ApiClient[];
  private secrets = 0;

  constructor(private readonly stamp: () => string) {
    this.clients = [this.client("client-1", "Web shop")];
  }

  private client(id: string, name: string): ApiClient {
    return {
      id,
      name,
      clientId: `api.northwind.${id}`,
      user: "u9",
      active: true,
      createdAt: this.stamp(),
      secretSince: this.stamp(),
      lastUsedAt: null,
    };
  }

  private shown(client: ApiClient): ApiClientSecret {
    this.secrets += 1;
    return { client, secret: `secret-${this.secrets}`, tokenEndpoint: "https://id.example/token" };
  }

  private change(id: unknown, change: Partial<ApiClient>): ApiClient {
    const known = this.clients.find((client) => client.id === id);
    if (known === undefined) return refuse("NOT_FOUND", "API_CLIENT_UNKNOWN", "There is no such API client.");
    const changed = { ...known, ...change };
    this.clients = this.clients.map((client) => (client === known ? changed : client));
    return changed;
  }

  answer(root: string, { id, name, active }: Values): unknown {
    switch (root) {
      case "apiClients":
        return this.clients;
      case "createApiClient": {
        const made = this.client(`client-${this.clients.length + 1}`, String(name));
        this.clients = [...this.clients, made];
        return this.shown(made);
      }
      case "rotateApiClient":
        return this.shown(this.change(id, { secretSince: this.stamp() }));
      case "activateApiClient":
        return this.change(id, { active: active === true });
      default: {
        const gone = this.change(id, {});
        this.clients = this.clients.filter((client) => client !== gone);
        return gone;
      }
    }
  }
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { FakeKith } from "./FakeKith.ts";

async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

const MANY = 5200;

/** Lets the pages run in development without a server. */
export function fakeKithServer(): Plugin {
  const kith = new FakeKith();
  const [account] = kith.rows.Account ?? [];
  for (let index = 0; index < MANY; index += 1) {
    kith.insert("Contact", {
      name: `Contact ${String(index).padStart(4, "0")}`,
      email: `person${index}@example.com`,
      title: ["Buyer", "Engineer", "Director"][index % 3],
      account: index % 4 === 0 ? account : null,
      newsletter: index % 5 === 0,
      interests: index % 2 === 0 ? ["Events"] : [],
      campaigns: [],
    });
  }
  return {
    name: "fake-kith",
    configureServer(server) {
      server.middlewares.use(async (message: IncomingMessage, response: ServerResponse, next: () => void) => {
        const url = message.url ?? "/";
        if (url.startsWith("/auth/login")) {
          kith.isSignedIn = true;
          const returnTo = new URL(url, "http://localhost").searchParams.get("returnTo") ?? "/";
          response.writeHead(302, { Location: returnTo }).end();
          return;
        }
        if (url === "/graphiql" || url.startsWith("/graphiql?")) {
          message.url = "/graphiql.html";
          next();
          return;
        }
        const headers = Object.fromEntries(
          Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
        );
        if (!url.startsWith("/auth/") && !(message.method === "POST" && url.startsWith("/graphql"))) {
          next();
          return;
        }
        const answer = kith.answer(message.method ?? "GET", url, headers, await bodyOf(message));
        if (answer === null) {
          next();
          return;
        }
        response.writeHead(answer.status, { "Content-Type": "application/json" }).end(JSON.stringify(answer.body));
      });
    },
  };
}

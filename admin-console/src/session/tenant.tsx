import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Catalog, type Endpoint, type Me, type ObjectInfo, type Operation, objectNamed, request } from "@/api";

/** The workspace a page stands in. */
export interface Tenant {
  readonly slug: string;
  readonly catalog: Catalog;
  readonly me: Me;
  readonly base: string;
  readonly data: <T>(operation: Operation, signal?: AbortSignal) => Promise<T>;
  readonly metadata: <T>(operation: Operation, signal?: AbortSignal) => Promise<T>;
  readonly object: (name: string | null) => ObjectInfo | undefined;
  readonly listPath: (object: ObjectInfo) => string;
  readonly recordPath: (object: ObjectInfo, id: string) => string;
}

const TenantContext = createContext<Tenant | null>(null);

interface Props {
  slug: string;
  catalog: Catalog;
  me: Me;
  children: ReactNode;
}

export function TenantProvider({ slug, catalog, me, children }: Props) {
  const tenant = useMemo<Tenant>(() => {
    const base = `/t/${slug}`;
    const at =
      (endpoint: Endpoint) =>
      <T,>(operation: Operation, signal?: AbortSignal) =>
        request<T>(endpoint, slug, operation, signal);
    return {
      slug,
      catalog,
      me,
      base,
      data: at("/graphql"),
      metadata: at("/graphql/metadata"),
      object: (name) => (name === null ? undefined : objectNamed(catalog, name)),
      listPath: (object) => `${base}/o/${object.name}`,
      recordPath: (object, id) => `${base}/o/${object.name}/${id}`,
    };
  }, [slug, catalog, me]);
  return <TenantContext value={tenant}>{children}</TenantContext>;
}

/** The workspace of the page; only inside of one. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (tenant === null) throw new Error("Used outside of a workspace");
  return tenant;
}

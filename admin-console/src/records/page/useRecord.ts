import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  ApiError,
  type Connection,
  type ObjectInfo,
  problem,
  type RecordData,
  type RecordId,
  recordDocument,
  relatedDocument,
} from "@/api";
import { useTenant } from "@/session";
import { pageFields, relatedLists } from "./layout";

/** One record with all of its fields, and how to read it past the cache and to keep what a write answered. */
export function useRecord(object: ObjectInfo, id: RecordId) {
  const tenant = useTenant();
  const client = useQueryClient();
  const fields = pageFields(object);
  const load = async (signal?: AbortSignal): Promise<RecordData> => {
    const { record } = await tenant.data<{ record: RecordData | null }>(recordDocument(object, fields, id), signal);
    if (record === null) throw new ApiError([problem("NOT_FOUND", "")]);
    return record;
  };
  const queryKey = [
    "tenant",
    tenant.slug,
    "records",
    "page",
    object.name,
    id,
    fields.map((field) => field.name).join(),
  ];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => load(signal),
  });
  // A new field of the object asks anew; until that has come, what is known stays, and so does a form on it.
  const [known, setKnown] = useState(query.data);
  if (query.data !== undefined && query.data !== known) setKnown(query.data);
  const keep = async (record: RecordData): Promise<void> => {
    // What was asked before the write would bring the old record back.
    await client.cancelQueries({ queryKey });
    client.setQueryData<RecordData>(queryKey, record);
  };
  return { query, record: query.data ?? known, load, keep };
}

/** The lists of records around a record. */
export function useRelated(object: ObjectInfo, id: RecordId) {
  const tenant = useTenant();
  const lists = relatedLists(tenant.catalog, object);
  return useQuery({
    queryKey: [
      "tenant",
      tenant.slug,
      "records",
      "related",
      object.name,
      id,
      lists.map(({ relation, fields }) => `${relation.name}(${fields.map((field) => field.name).join()})`).join(),
    ],
    enabled: lists.length > 0,
    queryFn: async ({ signal }) => {
      const { record } = await tenant.data<{ record: Record<string, Connection> | null }>(
        relatedDocument(object, id, lists),
        signal,
      );
      return record ?? {};
    },
  });
}

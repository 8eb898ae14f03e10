import { useQuery } from "@tanstack/react-query";
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

/** One record with all of its fields. */
export function useRecord(object: ObjectInfo, id: RecordId) {
  const tenant = useTenant();
  const fields = pageFields(object);
  const load = async (signal?: AbortSignal): Promise<RecordData> => {
    const { record } = await tenant.data<{ record: RecordData | null }>(recordDocument(object, fields, id), signal);
    if (record === null) throw new ApiError([problem("NOT_FOUND", "")]);
    return record;
  };
  const query = useQuery({
    queryKey: ["tenant", tenant.slug, "records", "page", object.name, id, fields.map((field) => field.name).join()],
    queryFn: ({ signal }) => load(signal),
  });
  return { query, load };
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

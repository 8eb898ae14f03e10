import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { changesDocument, type ObjectInfo, onChanges, type RecordId } from "@/api";
import { useTenant } from "./tenant";

/** Changes that come together are asked for together. */
const GATHERED = 400;

/** While it is shown, what is known of an object's records, or of one, is asked for anew when it changes. */
export function useLiveRecords(object: ObjectInfo, id: RecordId | null = null): void {
  const { slug } = useTenant();
  const client = useQueryClient();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        const page = id === null ? ["list", object.name] : ["page", object.name, id];
        void client.invalidateQueries({ queryKey: ["tenant", slug, "records", ...page] });
      }, GATHERED);
    };
    const stop = onChanges(slug, changesDocument(object, id), refresh);
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [client, slug, object, id]);
}

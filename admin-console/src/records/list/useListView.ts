import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { FieldInfo, ObjectInfo } from "@/api";
import { type BoundCondition, bindCondition, type Condition, readCondition, writeCondition } from "@/records/filters";
import { useTenant } from "@/session";
import { columnsOf, readSort, type Sort, writeSort } from "./columns";

/** How a list is looked at; the address holds all of it, the browser remembers the columns. */
export interface ListView {
  readonly conditions: readonly BoundCondition[];
  readonly sort: Sort | null;
  readonly columns: readonly FieldInfo[];
  readonly setConditions: (conditions: readonly Condition[]) => void;
  readonly setSort: (sort: Sort | null) => void;
  readonly setColumns: (names: readonly string[] | null) => void;
}

export function useListView(object: ObjectInfo): ListView {
  const tenant = useTenant();
  const [search, setSearch] = useSearchParams();
  const [remembered, remember] = useLocalStorage<readonly string[] | null>({
    key: `kith.columns.${tenant.slug}.${object.name}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return useMemo(() => {
    const change = (edit: (params: URLSearchParams) => void) =>
      setSearch(
        (params) => {
          const next = new URLSearchParams(params);
          edit(next);
          return next;
        },
        { replace: true },
      );
    const set = (name: string, value: string | null) =>
      change((params) => (value === null ? params.delete(name) : params.set(name, value)));
    const inAddress = search.get("c");
    return {
      conditions: search.getAll("f").flatMap((text) => {
        const condition = readCondition(text);
        return (condition && bindCondition(tenant.catalog, object, condition)) ?? [];
      }),
      sort: readSort(search.get("s")),
      columns: columnsOf(object, inAddress === null ? remembered : inAddress.split(",")),
      setConditions: (conditions) =>
        change((params) => {
          params.delete("f");
          for (const condition of conditions) params.append("f", writeCondition(condition));
        }),
      setSort: (sort) => set("s", writeSort(sort)),
      setColumns: (names) => {
        remember(names);
        set("c", names === null ? null : names.join(","));
      },
    };
  }, [object, remember, remembered, search, setSearch, tenant.catalog]);
}

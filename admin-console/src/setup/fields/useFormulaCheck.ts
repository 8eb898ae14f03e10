import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { METADATA, type MetadataProblem, type ObjectInfo, problemText } from "@/api";
import { useTenant } from "@/session";
import { createInput, type FieldForm, isComputed } from "./fieldForm";

const TYPING_PAUSE = 400;
/** Stands in while a new field has no name yet. */
const NAMELESS = "formulaInTheMaking";

/** What is wrong with a formula, asked whenever typing pauses: the field is tried without being made. */
export function useFormulaCheck(object: ObjectInfo, form: FieldForm) {
  const tenant = useTenant();
  const tried = { ...form, name: form.name.trim() === "" ? NAMELESS : form.name, helpText: "", label: "" };
  const { label: _, ...input } = createInput(object, tried);
  const [settled] = useDebouncedValue(JSON.stringify({ kind: "Field", ...input }), TYPING_PAUSE);
  return useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "formula", tenant.catalog.version, settled],
    enabled: isComputed(form),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const { tried } = await tenant.metadata<{ tried: { readonly problems: readonly MetadataProblem[] } }>(
        { query: METADATA.tryFields, variables: { components: [JSON.parse(settled)] } },
        signal,
      );
      return tried.problems
        .filter(({ path }) => path.endsWith("formula"))
        .map((found) => capitalized(problemText(found)));
    },
  });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

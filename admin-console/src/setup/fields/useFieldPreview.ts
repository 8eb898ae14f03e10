import { useMutation } from "@tanstack/react-query";
import { type AffectedRecords, type FieldUpdate, METADATA, type MetadataProblem, type ObjectInfo } from "@/api";
import { useTenant } from "@/session";
import { changedDocument, type FieldDocument } from "./fieldDocument";

interface Preview {
  readonly name: string;
  readonly input: FieldUpdate;
}

interface Tried {
  readonly affected: readonly AffectedRecords[];
  readonly problems: readonly MetadataProblem[];
}

/** The properties whose coming may touch records that are there. */
function touchesRecords({ required, unique, externalId, indexed }: FieldUpdate): boolean {
  return [required, unique, externalId, indexed].includes(true);
}

/**
 * Tries a change of a field without making it, and tells how many records it would touch. What would be refused touches
 * none: the change itself says why, and at which of its inputs.
 */
export function useFieldPreview(object: ObjectInfo) {
  const tenant = useTenant();
  return useMutation({
    mutationFn: async ({ name, input }: Preview): Promise<readonly AffectedRecords[]> => {
      if (!touchesRecords(input)) return [];
      const { components } = await tenant.metadata<{ components: readonly FieldDocument[] }>({
        query: METADATA.fields,
        variables: { object: object.name },
      });
      const current = components.find((component) => component.name === name);
      if (current === undefined) return [];
      const { tried } = await tenant.metadata<{ tried: Tried }>({
        query: METADATA.tryFields,
        variables: { components: [changedDocument(current, input)] },
      });
      return tried.problems.length > 0 ? [] : tried.affected.filter(({ records }) => records > 0);
    },
  });
}

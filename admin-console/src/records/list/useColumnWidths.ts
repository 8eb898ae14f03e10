import { useLocalStorage } from "@mantine/hooks";

/** The widths that a person gave to the columns of a list, kept in the browser. */
export function useColumnWidths(slug: string, object: string) {
  const [widths, setWidths] = useLocalStorage<Readonly<Record<string, number>>>({
    key: `kith.widths.${slug}.${object}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  return {
    of: (name: string): number | undefined => widths[name],
    set: (name: string, width: number) => setWidths((all) => ({ ...all, [name]: width })),
  };
}

import { expect, it } from "vitest";
import { fieldNameOf, objectNameOf, pluralOf } from "./names";

it.each([
  ["Open house", "OpenHouse", "openHouse"],
  ["Größe (m²)", "GrosseM2", "grosseM2"],
  ["VAT", "VAT", "vat"],
  ["2nd address", "NdAddress", "ndAddress"],
])("names %s", (label, object, field) => {
  expect(objectNameOf(label)).toBe(object);
  expect(fieldNameOf(label)).toBe(field);
});

it("guesses plurals", () => {
  expect(["Property", "Case", "Box", "Day", ""].map(pluralOf)).toEqual(["Properties", "Cases", "Boxes", "Days", ""]);
});

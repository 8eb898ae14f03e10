import { MultiSelect, Select } from "@mantine/core";
import { type Catalog, objectNamed } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import type { FieldForm } from "./fieldForm";

interface Props {
  form: FieldForm;
  isFixed: boolean;
  onChange: (change: Pick<FieldForm, "target"> | Pick<FieldForm, "targets">) => void;
  error: string | undefined;
}

/** To which object a reference points; a lookup may point to several. */
export function TargetsInput({ form, isFixed, onChange, error }: Props) {
  const tenant = useTenant();
  const data = tenant.catalog.objects.map(({ name, label }) => ({ value: name, label }));
  const common = { label: t.setup.target, data, error, disabled: isFixed, searchable: true, withAsterisk: true };
  return form.type === "lookup" ? (
    <MultiSelect
      {...common}
      description={isFixed ? undefined : t.setup.targetsHelp}
      value={[...form.targets]}
      onChange={(targets) => onChange({ targets })}
      hidePickedOptions
    />
  ) : (
    <Select {...common} value={form.target} onChange={(target) => onChange({ target })} />
  );
}

/** What the name of the list on the other side is for. */
export function inverseHelp(catalog: Catalog, { type, target, targets }: FieldForm): string {
  const only = type === "lookup" ? targets[0] : target;
  if (type === "lookup" && targets.length > 1) return t.setup.inverseHelpAny;
  return t.setup.inverseHelp(objectNamed(catalog, only ?? "")?.label ?? "");
}

import { Checkbox, Group } from "@mantine/core";
import { type ObjectInfo, RULE_PLACES, type RuleInfo, type RulePlace } from "@/api";
import { t } from "@/i18n";
import { ExpressionInput } from "@/setup/expression";

/** The button of a rule as it is being edited. */
export interface ButtonDraft {
  readonly place: readonly RulePlace[];
  readonly visibleWhen: string;
}

export function buttonDraft(rule: RuleInfo | null): ButtonDraft {
  return {
    place: rule === null || rule.place.length === 0 ? ["RECORD"] : rule.place,
    visibleWhen: rule?.visibleWhen ?? "",
  };
}

export function isButtonChanged({ place, visibleWhen }: ButtonDraft, rule: RuleInfo | null): boolean {
  const before = buttonDraft(rule);
  return visibleWhen !== before.visibleWhen || place.join() !== before.place.join();
}

/** As the API takes it; a rule that is no button has none of it. */
export function buttonInput(isButton: boolean, { place, visibleWhen }: ButtonDraft) {
  const text = visibleWhen.trim();
  return { place: isButton ? place : null, visibleWhen: isButton && text !== "" ? text : null };
}

interface Props {
  object: ObjectInfo;
  value: ButtonDraft;
  onChange: (value: ButtonDraft) => void;
  errorAt: (property: "place" | "visibleWhen") => string | undefined;
}

/** Where the button of a rule stands, and when pages show it. */
export function ButtonInput({ object, value, onChange, errorAt }: Props) {
  return (
    <>
      <Checkbox.Group
        label={t.setup.buttonPlace}
        value={[...value.place]}
        onChange={(places) => onChange({ ...value, place: RULE_PLACES.filter((place) => places.includes(place)) })}
        error={errorAt("place")}
      >
        <Group mt={8}>
          {RULE_PLACES.map((place) => (
            <Checkbox key={place} value={place} label={t.setup.buttonPlaces[place]} />
          ))}
        </Group>
      </Checkbox.Group>
      <ExpressionInput
        object={object}
        label={t.setup.visibleWhen}
        help={t.setup.buttonVisibleHelp}
        gives="BOOLEAN"
        value={value.visibleWhen}
        onChange={(visibleWhen) => onChange({ ...value, visibleWhen })}
        error={errorAt("visibleWhen")}
        isForForms
      />
    </>
  );
}

import { Checkbox, Stack, Text } from "@mantine/core";
import { RULE_MOMENTS, type RuleMoment } from "@/api";
import { t } from "@/i18n";
import classes from "./rules.module.css";

interface Props {
  value: readonly RuleMoment[];
  onChange: (moments: readonly RuleMoment[]) => void;
  error: string | undefined;
}

const SIDES = [
  { side: "BEFORE", label: t.setup.ruleBefore },
  { side: "AFTER", label: t.setup.ruleAfter },
] as const;
const EVENTS = ["CREATE", "UPDATE", "DELETE", "RESTORE"] as const;

/** The moments of a write at which a rule runs, or a button. */
export function MomentsInput({ value, onChange, error }: Props) {
  return (
    <Checkbox.Group
      label={t.setup.ruleWhen}
      value={[...value]}
      onChange={(moments) => onChange(RULE_MOMENTS.filter((moment) => moments.includes(moment)))}
      error={error}
    >
      <Stack gap={8} mt={8}>
        {SIDES.map(({ side, label }) => (
          <div key={side} className={classes.moments}>
            <Text size="sm">{label}</Text>
            {EVENTS.map((event) => (
              <Checkbox
                key={event}
                value={`${side}_${event}`}
                label={t.setup.ruleEvents[event]}
                aria-label={t.setup[`${side}_${event}`]}
              />
            ))}
          </div>
        ))}
        <Checkbox value="BUTTON" label={t.setup.BUTTON} />
      </Stack>
    </Checkbox.Group>
  );
}

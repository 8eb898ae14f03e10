import { Alert, Badge, Button, Group, NumberInput, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type DraftRule, INSIGHT, type ObjectInfo, type Reference, type RuleTrial, type TrialOn } from "@/api";
import { RecordPicker } from "@/fields";
import { t } from "@/i18n";
import { bindCondition, type Condition, FilterBar, filterOfAll } from "@/records/filters";
import { useTenant } from "@/session";
import { failureText } from "@/ui";
import { ProblemList } from "./ProblemList";
import classes from "./rules.module.css";
import { TrialResult } from "./TrialResult";

const MOST = 1_000;
const STANDARD = 100;
const NARROW = "(max-width: 480px)";
const ON = ["changes", "segment", "one"] as const;

/** What a rule is tried on. */
type On = (typeof ON)[number];

interface Props {
  object: ObjectInfo;
  rule: DraftRule;
  isReady: boolean;
}

/** Runs the rule that is being edited on what was or is, and shows what it would have done. */
export function TrialPanel({ object, rule, isReady }: Props) {
  const tenant = useTenant();
  const isNarrow = useMediaQuery(NARROW) ?? false;
  const [on, setOn] = useState<On>("changes");
  const [record, setRecord] = useState<Reference | null>(null);
  const [typed, setTyped] = useState<number | string>(STANDARD);
  const count = Math.max(1, Math.min(MOST, Math.round(Number(typed)) || STANDARD));
  const [conditions, setConditions] = useState<readonly Condition[]>([]);
  const bound = conditions.flatMap((condition) => bindCondition(tenant.catalog, object, condition) ?? []);
  const run = useMutation({
    mutationFn: async (what: TrialOn) => {
      const variables = { input: rule, ...what };
      return (await tenant.metadata<{ trial: RuleTrial }>({ query: INSIGHT.tryRule, variables })).trial;
    },
  });
  const isReadyToRun = isReady && (on !== "one" || record !== null);
  const start = () => {
    if (on === "changes") run.mutate({ changes: count });
    else if (on === "segment") run.mutate({ filter: filterOfAll(bound) ?? {}, first: count });
    else if (record !== null) run.mutate({ records: [record.id] });
  };
  const trial = run.data;
  return (
    <section className={classes.trial} aria-label={t.trial.title}>
      <Title order={2} fz="md">
        {t.trial.title}
      </Title>
      <Text size="sm" className="quiet" mb="sm">
        {t.trial.text}
      </Text>
      <Stack gap="sm">
        <Group align="end">
          <SegmentedControl
            aria-label={t.trial.on}
            value={on}
            orientation={isNarrow ? "vertical" : "horizontal"}
            fullWidth={isNarrow}
            {...(isNarrow && { w: "100%" })}
            onChange={(value) => setOn(ON.find((one) => one === value) ?? "changes")}
            data={ON.map((value) => ({ value, label: t.trial[value] }))}
          />
          {on === "one" ? (
            <div className={classes.pick}>
              <RecordPicker targets={[object.name]} value={record} onChange={setRecord} label={t.trial.pick} />
            </div>
          ) : (
            <NumberInput
              label={t.trial.count}
              value={typed}
              onChange={setTyped}
              onBlur={() => setTyped(count)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                if (isReadyToRun && !run.isPending) start();
              }}
              min={1}
              max={MOST}
              allowDecimal={false}
              w={160}
            />
          )}
          <Button variant="default" onClick={start} loading={run.isPending} disabled={!isReadyToRun}>
            {t.trial.run}
          </Button>
        </Group>
        {on === "segment" && <FilterBar object={object} conditions={bound} onChange={setConditions} />}
        {run.isError && (
          <Alert color="red" role="alert">
            {failureText(run.error)}
          </Alert>
        )}
        {trial !== undefined && trial.problems.length > 0 && (
          <>
            <Text size="sm">{t.trial.mend}</Text>
            <ProblemList problems={trial.problems} />
          </>
        )}
        {trial !== undefined && trial.problems.length === 0 && (
          <>
            <Group gap="xs" role="status">
              <Count color="gray" text={t.trial.tried(String(trial.tried))} />
              <Count color="teal" text={t.trial.changed(String(trial.changed))} />
              <Count color="orange" text={t.trial.refused(String(trial.refused))} />
              <Count color="red" text={t.trial.failed(String(trial.failed))} />
            </Group>
            <TrialResult object={object} trial={trial} />
          </>
        )}
      </Stack>
    </section>
  );
}

function Count({ color, text }: { color: string; text: string }) {
  return (
    <Badge variant="light" color={color} radius="sm" tt="none">
      {text}
    </Badge>
  );
}

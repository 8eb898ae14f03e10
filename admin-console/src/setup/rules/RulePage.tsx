import { Group, NativeSelect, Skeleton, Stack, Switch, Text, TextInput, Title, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import {
  ApiError,
  METADATA,
  type ObjectInfo,
  problem,
  type RuleInfo,
  type RuleMode,
  type RuleMoment,
  type RulePer,
  type ScriptProblem,
} from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import {
  FailureAlert,
  formFailure,
  NameInputs,
  type Names,
  PartFoot,
  PartPage,
  RemovalDialog,
  useMetadataChange,
} from "@/setup/change";
import { ExpressionInput } from "@/setup/expression";
import { ErrorPanel, SAVED, toastDone, useTitle } from "@/ui";
import { BrokenRulesNotice } from "./BrokenRulesNotice";
import { ButtonInput, buttonDraft, buttonInput, isButtonChanged } from "./ButtonInput";
import { CheckBadge } from "./CheckBadge";
import { MomentsInput } from "./MomentsInput";
import { ProblemList } from "./ProblemList";
import classes from "./rules.module.css";
import { TrialPanel } from "./TrialPanel";
import type { EditorHandle } from "./useCodeMirror";
import { useRuleCheck } from "./useRuleCheck";
import { useRuleCompletion } from "./useRuleCompletion";

const ScriptEditor = lazy(async () => ({ default: (await import("./ScriptEditor")).ScriptEditor }));
const NAMES = ["name", "label", "description", "on", "order", "when", "place", "visibleWhen"];
const MOMENTS: readonly RuleMoment[] = ["BEFORE_CREATE", "BEFORE_UPDATE"];
const PERS: readonly RulePer[] = ["RECORD", "BATCH"];
const MODES: readonly RuleMode[] = ["USER", "SYSTEM"];
const NONE: readonly ScriptProblem[] = [];

/** Makes or changes a rule; its script is checked while it is typed. */
export function RulePage() {
  const tenant = useTenant();
  const { object: objectName = "", rule: ruleName = "" } = useParams();
  const object = tenant.object(objectName);
  const rule = object?.rules.find((candidate) => candidate.name === ruleName);
  if (object === undefined || (rule === undefined && ruleName !== "new")) {
    return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={`${tenant.base}/setup`} />;
  }
  return <RuleForm key={ruleName} object={object} rule={rule ?? null} />;
}

interface Changed {
  readonly change: { readonly name: string | null; readonly problems: readonly ScriptProblem[] };
}

function RuleForm({ object, rule }: { object: ObjectInfo; rule: RuleInfo | null }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const list = `${tenant.base}/setup/o/${object.name}?tab=rules`;
  const [names, setNames] = useState<Names>({ label: rule?.label ?? "", name: rule?.name ?? "" });
  const { label, name } = names;
  const [on, setOn] = useState<readonly RuleMoment[]>(rule?.on ?? MOMENTS);
  const [order, setOrder] = useState(String(rule?.order ?? 100));
  const [isActive, setActive] = useState(rule?.active ?? true);
  const [per, setPer] = useState<RulePer>(rule?.per ?? "RECORD");
  const [runAs, setRunAs] = useState<RuleMode>(rule?.runAs ?? "USER");
  const [condition, setCondition] = useState(rule?.when ?? "");
  const [script, setScript] = useState(rule?.script ?? "");
  const [button, setButton] = useState(() => buttonDraft(rule));
  const [isDeleting, setDeleting] = useState(false);
  const editor = useRef<EditorHandle | null>(null);
  useTitle(label || t.setup.newRule, object.label, t.setup.title);

  const done = ({ change }: Changed) => {
    if (change.problems.length > 0) return;
    toastDone(t.setup.ruleSaved(label));
    navigate(list, { state: SAVED });
  };
  const create = useMetadataChange<Changed>(METADATA.createRule, { done });
  const update = useMetadataChange<Changed>(METADATA.updateRule, { done });
  const save = rule === null ? create : update;
  const remove = useMetadataChange(METADATA.deleteRule, {
    leave: () => {
      toastDone(t.setup.ruleDeleted(label));
      navigate(list, { state: SAVED });
    },
  });
  const when = condition.trim() === "" ? null : condition.trim();
  const check = useRuleCheck(object, name.trim() || "draft", script, { on, per, when });
  const complete = useRuleCompletion(object.name);
  const known = rule !== null && script === rule.script ? rule.problems : NONE;
  const problems = script.trim() === "" ? NONE : (check.data ?? known);
  const failure = formFailure(save.error, NAMES);
  const refused = formFailure(check.error, NAMES).at("when");
  const isRefused = (save.data?.change.problems.length ?? 0) > 0 && problems.length > 0;
  const isChanged =
    label !== (rule?.label ?? "") ||
    script !== (rule?.script ?? "") ||
    on !== (rule?.on ?? MOMENTS) ||
    order !== String(rule?.order ?? 100) ||
    per !== (rule?.per ?? "RECORD") ||
    runAs !== (rule?.runAs ?? "USER") ||
    condition !== (rule?.when ?? "") ||
    isButtonChanged(button, rule) ||
    isActive !== (rule?.active ?? true);
  const isButton = on.includes("BUTTON");
  const isNowhere = on.length === 0 || (isButton && button.place.length === 0);
  const isIncomplete = label.trim() === "" || name.trim() === "" || isNowhere || script.trim() === "";

  const submit = () => {
    const called = { on, order: Number(order) || 0, active: isActive, per, runAs, when };
    const common = { label: label.trim(), ...called, ...buttonInput(isButton, button), script };
    if (rule === null) create.mutate({ input: { object: object.name, name: name.trim(), ...common } });
    else update.mutate({ object: object.name, name: rule.name, input: common });
  };

  return (
    <PartPage
      object={object}
      list={list}
      title={rule === null ? t.setup.newRule : rule.label}
      isThere={rule !== null}
      isUnsaved={isChanged}
      onDelete={() => setDeleting(true)}
      onSubmit={submit}
      dialog={
        isDeleting &&
        rule !== null && (
          <RemovalDialog
            component={{ kind: "Rule", object: object.name, name: rule.name }}
            title={t.setup.deleteRuleTitle(rule.label)}
            text={t.setup.deleteRuleText}
            isBusy={remove.isPending}
            failure={remove.error}
            onClose={() => setDeleting(false)}
            onConfirm={() => remove.mutate({ object: object.name, name: rule.name })}
          />
        )
      }
    >
      <Stack>
        {rule !== null && <BrokenRulesNotice object={object} rules={rule.problems.length > 0 ? [rule] : []} />}
        <FailureAlert messages={isRefused ? [...failure.others, t.setup.ruleNotSaved] : failure.others} />
        <NameInputs value={names} onChange={setNames} isThere={rule !== null} errorAt={failure.at} />
        <Group gap="xl" align="start">
          <MomentsInput value={on} onChange={setOn} error={failure.at("on")} />
          <NativeSelect
            label={t.setup.rulePer}
            value={per}
            onChange={(event) => setPer(event.currentTarget.value as RulePer)}
            data={PERS.map((value) => ({ value, label: t.setup.rulePers[value] }))}
          />
          <NativeSelect
            label={t.setup.ruleRunAs}
            value={runAs}
            onChange={(event) => setRunAs(event.currentTarget.value as RuleMode)}
            data={MODES.map((value) => ({ value, label: t.setup.ruleModes[value] }))}
          />
          <TextInput
            label={t.setup.ruleOrder}
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value)}
            error={failure.at("order")}
            inputMode="numeric"
            w={96}
          />
          <Switch
            label={t.setup.ruleActive}
            checked={isActive}
            onChange={(event) => setActive(event.currentTarget.checked)}
            mt={28}
          />
        </Group>
        {isButton && <ButtonInput object={object} value={button} onChange={setButton} errorAt={failure.at} />}
        <ExpressionInput
          object={object}
          label={t.setup.ruleCondition}
          help={t.setup.ruleConditionHelp}
          gives="BOOLEAN"
          value={condition}
          onChange={setCondition}
          error={when === null ? undefined : (refused ?? failure.at("when"))}
        />
        <div className={classes.columns}>
          <div>
            <div className={classes.bar}>
              <Text size="sm" fw={500}>
                {t.setup.ruleScript}
              </Text>
              <CheckBadge
                isEmpty={script.trim() === ""}
                isChecking={check.isChecking}
                problems={problems}
                isFailed={check.isError}
              />
            </div>
            <div className={classes.editor}>
              <Suspense fallback={<Skeleton className={classes.waiting} />}>
                <ScriptEditor
                  label={t.setup.ruleScript}
                  value={script}
                  onChange={setScript}
                  problems={problems}
                  fieldNames={object.fields.map((field) => field.name)}
                  complete={complete}
                  onReady={(handle) => {
                    editor.current = handle;
                  }}
                />
              </Suspense>
            </div>
            <Text size="xs" className="quiet" mt={4}>
              {t.setup.ruleScriptHelp[per]}
            </Text>
            <ProblemList problems={problems} />
          </div>
          <aside className={classes.fields}>
            <Title order={2} fz="sm" mb={4}>
              {t.setup.availableFields}
            </Title>
            {object.fields.map((field) => (
              <UnstyledButton
                key={field.name}
                className={classes.field}
                aria-label={t.setup.insertField(field.name)}
                title={field.label}
                onClick={() => editor.current?.insert(`${per === "BATCH" ? "r" : "record"}.${field.name}`)}
              >
                {field.name}
              </UnstyledButton>
            ))}
          </aside>
        </div>
        <TrialPanel
          object={object}
          rule={{ object: object.name, name: name.trim() || "draft", on, per, runAs, when, script }}
          isReady={script.trim() !== "" && on.length > 0}
        />
        <PartFoot list={list} isThere={rule !== null} isBusy={save.isPending} isBlocked={isIncomplete} />
      </Stack>
    </PartPage>
  );
}

import { Alert, Button, Group, List, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  asApiError,
  type FieldInfo,
  type Me,
  type ObjectInfo,
  type Problem,
  problemText,
  type RecordData,
  type RecordInput,
  type Reference,
  sortProblems,
} from "@/api";
import { kindOf, sameDraft } from "@/fields";
import { t } from "@/i18n";
import { computedDrafts, isVisible, subjectOf } from "@/records/expression";
import { useTenant } from "@/session";
import { failureText, LeaveGuard } from "@/ui";
import { BrokenRuleAlert } from "./BrokenRuleAlert";
import { changedFields, checkDrafts, type Drafts, draftOf, inputOf, withLinks } from "./drafts";
import classes from "./form.module.css";
import { type LinkSource, MoreLinks } from "./MoreLinks";

interface Props {
  object: ObjectInfo;
  /** The record as it was read; null makes a new one, which sends values that nobody touched as well: its defaults. */
  record: RecordData | null;
  fields: readonly FieldInfo[];
  /** What the record holds, or what a new one starts with and sends. */
  before: Drafts;
  /** What people see first; other than `before` where something is given for them. */
  start: Drafts;
  focused?: string | null;
  /** Of a record that has been kept: the links that it has beyond those in `before`. */
  links?: LinkSource;
  submitLabel: string;
  isBusy: boolean;
  failure: unknown;
  onSubmit: (input: RecordInput, drafts: Drafts) => void;
  onCancel: (isChanged: boolean) => void;
}

function words(problems: readonly Problem[] | undefined): string | null {
  if (problems === undefined) return null;
  return problems.map(problemText).join(" ");
}

/** Edits the fields of a record; what the server refuses stands at its field, and counted above. */
export function RecordForm({
  object,
  record,
  fields,
  before,
  start,
  focused = null,
  links,
  submitLabel,
  isBusy,
  failure,
  onSubmit,
  onCancel,
}: Props) {
  const tenant = useTenant();
  const [entered, setDrafts] = useState(start);
  const [own, setOwn] = useState<ReadonlySet<string>>(
    () => new Set(changedFields(fields, before, start).map((field) => field.name)),
  );
  const [now] = useState(() => Date.now());
  const edited = { object, record, drafts: entered, user: tenant.me.user?.id ?? null, now };
  const drafts =
    record === null
      ? computedDrafts(edited, fields, (field) => own.has(field.name), knownReferences(tenant.me, entered))
      : entered;
  const subject = subjectOf({ ...edited, drafts });
  const shownFields = fields.filter((field) => isVisible(field, subject));
  const [checked, setChecked] = useState<Readonly<Record<string, string>>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const names = fields.map((field) => field.name);
  const refused = failure === null || failure === undefined ? null : asApiError(failure);
  const [broken, problems] = apart(refused?.problems ?? []);
  const sorted = sortProblems(problems, names);
  const shown = (field: FieldInfo): string | null => {
    if (touched.has(field.name)) return null;
    return checked[field.name] ?? words(sorted.fields[field.name]);
  };
  const inError = fields.filter((field) => shown(field) !== null);
  const summary = inError.length + sorted.others.length;

  const isChanged = changedFields(fields, start, entered).length > 0;

  const form = useRef<HTMLFormElement>(null);
  const isRefused = refused !== null || Object.keys(checked).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads to what is wrong, also one like that before
  useEffect(() => {
    if (isRefused) firstWrong(form.current)?.focus();
  }, [isRefused, failure, checked]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkDrafts(fields, drafts);
    setChecked(found);
    setTouched(new Set());
    if (Object.keys(found).length > 0) return;
    const sent =
      record === null
        ? fields.filter((field) =>
            field.defaultExpression === null ? isGiven(field, drafts, before) : own.has(field.name),
          )
        : changedFields(fields, before, drafts);
    onSubmit(inputOf(sent, before, drafts), drafts);
  };

  return (
    <>
      <form ref={form} onSubmit={submit} noValidate className={classes.form}>
        <BrokenRuleAlert problems={broken} />
        {summary > 0 && (
          <Alert
            color="red"
            role="alert"
            tabIndex={-1}
            icon={<IconAlertCircle size={18} />}
            title={t.record.summary(summary)}
            mb="lg"
          >
            <List size="sm" spacing={2}>
              {sorted.others.map((found) => (
                <List.Item key={`${found.code} ${found.message}`}>{words([found]) || failureText(failure)}</List.Item>
              ))}
              {inError.map((field) => (
                <List.Item key={field.name}>
                  <b>{field.label}:</b> {shown(field)}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        <div className={classes.fields}>
          {shownFields.map((field, position) => {
            const { Editor } = kindOf(field);
            if (Editor === null) return null;
            return (
              <div
                key={field.name}
                className={field.type === "longText" || field.type === "manyToMany" ? classes.wide : undefined}
              >
                <Editor
                  field={own.has(field.name) || record !== null ? field : withDefaultHelp(field)}
                  value={draftOf(drafts, field)}
                  onChange={(value) => {
                    setDrafts((all) => ({ ...all, [field.name]: value }));
                    setTouched((all) => new Set(all).add(field.name));
                    setOwn((all) => new Set(all).add(field.name));
                  }}
                  error={shown(field)}
                  autoFocus={focused === null ? position === 0 : focused === field.name}
                />
                {field.type === "manyToMany" && links !== undefined && (
                  <MoreLinks
                    field={field}
                    source={links}
                    shown={(draftOf(drafts, field) as readonly Reference[]).length}
                    onLoaded={(all) => setDrafts((now) => withLinks(now, start, field, all))}
                  />
                )}
              </div>
            );
          })}
        </div>
        <Group justify="flex-end" gap="xs" className={classes.foot}>
          {isChanged && (
            <Text size="sm" className="quiet" mr="auto">
              {t.record.unsaved}
            </Text>
          )}
          <Button variant="default" onClick={() => onCancel(isChanged)}>
            {t.common.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {submitLabel}
          </Button>
        </Group>
      </form>
      <LeaveGuard isUnsaved={isChanged} />
    </>
  );
}

/** Rules that compile no longer are nothing that the form could mend; nor is a session that is over, which says so itself. */
function apart(problems: readonly Problem[]): readonly [readonly Problem[], readonly Problem[]] {
  return [
    problems.filter((found) => found.code === "RULE_BROKEN"),
    problems.filter((found) => found.code !== "RULE_BROKEN" && found.kind !== "UNAUTHENTICATED"),
  ];
}

/** The first field that has to be mended; where it is none, the summary. */
function firstWrong(form: HTMLElement | null): HTMLElement | null {
  const find = (selector: string) => form?.querySelector<HTMLElement>(selector) ?? null;
  return find('[aria-invalid="true"]') ?? find('[role="alert"][tabindex]');
}

/** The records whose names are known without asking. */
function knownReferences(me: Me, drafts: Drafts): readonly Reference[] {
  const held = Object.values(drafts).filter(
    (draft): draft is Reference => typeof draft === "object" && draft !== null && "id" in draft,
  );
  return me.user === null ? held : [...held, me.user];
}

/** Where a default is computed by the server alone, the form says so. */
function withDefaultHelp(field: FieldInfo): FieldInfo {
  const isComputedLater = field.defaultExpression !== null && field.defaultTree === null;
  return isComputedLater ? { ...field, helpText: field.helpText ?? t.record.filledWhenSaved } : field;
}

/** A new record sends what has a value; the server knows the rest. */
function isGiven(field: FieldInfo, drafts: Drafts, before: Drafts): boolean {
  const draft = draftOf(drafts, field);
  const isBlank = draft === "" || draft === null || (Array.isArray(draft) && draft.length === 0);
  return !isBlank || !sameDraft(draftOf(before, field), draft);
}

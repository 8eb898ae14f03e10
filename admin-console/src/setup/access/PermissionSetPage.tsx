import { Alert, Anchor, Button, Checkbox, Group, Select, Skeleton, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import {
  ACCESS,
  ApiError,
  type PermissionSetDocument,
  type PermissionSetInfo,
  PURPOSES,
  type Purpose,
  problem,
  USER_FUNCTIONS,
} from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { objectNameOf, RemovalDialog, useMetadataChange } from "@/setup/change";
import { DeleteItem, ErrorPanel, LeaveGuard, MoreMenu, Page, SAVED, toastDone, useTitle } from "@/ui";
import { AssignedUsers } from "./AssignedUsers";
import { ObjectMatrix } from "./ObjectMatrix";
import { blankSet } from "./permissions";
import { usePermissionSets } from "./usePermissionSets";

interface Applied {
  readonly applied: { readonly problems: readonly { readonly path: string; readonly message: string }[] };
}

/** Makes or changes a permission set, and gives it to users. */
export function PermissionSetPage() {
  const tenant = useTenant();
  const { set: name = "" } = useParams();
  const sets = usePermissionSets();
  if (name === "new") return <SetForm key="new" set={null} />;
  if (sets.isError) return <ErrorPanel error={sets.error} onRetry={() => void sets.refetch()} />;
  if (sets.data === undefined) return <Skeleton height={320} />;
  const set = sets.data.find((candidate) => candidate.name === name);
  if (set === undefined) {
    return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={`${tenant.base}/setup/access`} />;
  }
  return <SetForm key={JSON.stringify(set.document)} set={set} />;
}

function SetForm({ set }: { set: PermissionSetInfo | null }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const list = `${tenant.base}/setup/access`;
  const [start] = useState<PermissionSetDocument>(() => set?.document ?? blankSet());
  const [form, setForm] = useState(start);
  const [isNameOwn, setNameOwn] = useState(set !== null);
  const [isDeleting, setDeleting] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const isReadOnly = set !== null && (set.isSystem || set.packageName !== null);
  useTitle(form.label || t.access.newSet, t.access.title, t.setup.title);

  const save = useMetadataChange<Applied>(ACCESS.apply, {
    done: ({ applied }) => {
      setProblems(applied.problems.map(({ message }) => message));
      if (applied.problems.length > 0) return;
      toastDone(t.access.saved(form.label));
      navigate(`${list}/${form.name}`, { state: SAVED, replace: set === null });
    },
  });
  const remove = useMetadataChange<Applied>(ACCESS.apply, {
    leave: () => {
      toastDone(t.access.deleted(form.label));
      navigate(list, { state: SAVED });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ components: [form], message: t.access.message(form.label) });
  };
  const isIncomplete = form.label.trim() === "" || form.name.trim() === "";
  const isChanged = JSON.stringify(form) !== JSON.stringify(start);

  return (
    <Page
      title={set?.label ?? t.access.newSet}
      above={
        <Anchor component={Link} to={list} inherit>
          {t.access.title}
        </Anchor>
      }
      actions={
        set !== null &&
        !isReadOnly && (
          <MoreMenu>
            <DeleteItem onClick={() => setDeleting(true)} />
          </MoreMenu>
        )
      }
    >
      <form onSubmit={submit}>
        <Stack>
          {isReadOnly && <Alert color="gray">{set?.isSystem ? t.access.systemText : t.access.packageText}</Alert>}
          {save.isError && <ErrorPanel error={save.error} />}
          {problems.length > 0 && (
            <Alert color="red" role="alert">
              {problems.join(" ")}
            </Alert>
          )}
          <SetHead
            form={form}
            isNew={set === null}
            isReadOnly={isReadOnly}
            onLabel={(label) => setForm({ ...form, label, ...(isNameOwn ? {} : { name: objectNameOf(label) }) })}
            onName={(name) => {
              setNameOwn(true);
              setForm({ ...form, name });
            }}
            onChange={setForm}
          />
          <Checkbox.Group
            label={t.access.functions}
            value={[...form.functions]}
            onChange={(functions) =>
              setForm({ ...form, functions: USER_FUNCTIONS.filter((one) => functions.includes(one)) })
            }
          >
            <Group mt="xs">
              {USER_FUNCTIONS.map((one) => (
                <Checkbox key={one} value={one} label={t.access.functionName[one]} disabled={isReadOnly} />
              ))}
            </Group>
          </Checkbox.Group>
          <ObjectMatrix set={form} onChange={setForm} isReadOnly={isReadOnly} />
          {!isReadOnly && (
            <Group justify="flex-end" gap="xs">
              <Button component={Link} to={list} variant="default">
                {t.common.cancel}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={isIncomplete}>
                {set === null ? t.common.create : t.common.save}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
      {set !== null && <AssignedUsers permissionSet={set.name} />}
      <LeaveGuard isUnsaved={isChanged} />
      {isDeleting && set !== null && (
        <RemovalDialog
          component={{ kind: "PermissionSet", name: set.name }}
          title={t.access.deleteTitle(set.label)}
          text={t.access.deleteText}
          isBusy={remove.isPending}
          failure={remove.error}
          onClose={() => setDeleting(false)}
          onConfirm={() =>
            remove.mutate({
              remove: [{ kind: "PermissionSet", name: set.name }],
              message: t.access.removalMessage(set.label),
            })
          }
        />
      )}
    </Page>
  );
}

interface HeadProps {
  form: PermissionSetDocument;
  isNew: boolean;
  isReadOnly: boolean;
  onLabel: (label: string) => void;
  onName: (name: string) => void;
  onChange: (form: PermissionSetDocument) => void;
}

function SetHead({ form, isNew, isReadOnly, onLabel, onName, onChange }: HeadProps) {
  return (
    <Stack maw={720}>
      <Group grow align="start">
        <TextInput
          label={t.setup.label}
          value={form.label}
          onChange={(event) => onLabel(event.currentTarget.value)}
          disabled={isReadOnly}
          withAsterisk
        />
        <TextInput
          label={t.setup.apiName}
          value={form.name}
          onChange={(event) => onName(event.currentTarget.value)}
          disabled={!isNew}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          withAsterisk
        />
      </Group>
      <Select
        label={t.access.columnPurpose}
        description={t.access.purposeText[form.purpose]}
        data={PURPOSES.map((value) => ({ value, label: t.access.purpose[value] }))}
        value={form.purpose}
        onChange={(purpose) => onChange({ ...form, purpose: purpose as Purpose })}
        disabled={isReadOnly}
        allowDeselect={false}
      />
      <Textarea
        label={t.access.columnText}
        value={form.description ?? ""}
        onChange={(event) => onChange({ ...form, description: event.currentTarget.value })}
        disabled={isReadOnly}
        autosize
      />
    </Stack>
  );
}

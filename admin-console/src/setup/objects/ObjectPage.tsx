import { Anchor, Badge, Button, Menu, Table, Tabs, Text } from "@mantine/core";
import { IconCursorText, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { ApiError, brokenRules, METADATA, type ObjectInfo, problem } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { RemovalDialog, RenameDialog, useMetadataChange } from "@/setup/change";
import { FieldsTab } from "@/setup/fields";
import { RulesTab } from "@/setup/rules";
import { ValidationsTab } from "@/setup/validations";
import {
  DeleteItem,
  ErrorPanel,
  MoreMenu,
  ObjectIcon,
  Page,
  type PlainColumn,
  PlainTable,
  StatePanel,
  toastDone,
  useTitle,
} from "@/ui";
import { ObjectDialog } from "./ObjectDialog";
import { originOf } from "./ObjectsPage";

const RELATION_COLUMNS: readonly PlainColumn[] = [
  { label: t.setup.label },
  { label: t.setup.columnApiName },
  { label: t.setup.columnObject },
];

/** One object: its fields, what points to it, its rules and validations. */
export function ObjectPage() {
  const tenant = useTenant();
  const { object: name = "" } = useParams();
  const object = tenant.object(name);
  if (object === undefined) {
    return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={`${tenant.base}/setup`} />;
  }
  return <Shown object={object} />;
}

type Dialog = "edit" | "rename" | "delete" | null;

function Shown({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  const [search, setSearch] = useSearchParams();
  const [dialog, setDialog] = useState<Dialog>(null);
  useTitle(object.label, t.setup.title, tenant.me.tenant.name);
  const close = () => setDialog(null);
  return (
    <Page
      title={object.label}
      icon={<ObjectIcon name={object.icon} size={20} />}
      above={
        <Anchor component={Link} to={`${tenant.base}/setup`} inherit>
          {t.setup.objects}
        </Anchor>
      }
      note={
        <Badge variant="light" color="gray" radius="sm" tt="none">
          {originOf(object)}
        </Badge>
      }
      actions={
        <>
          <Button component={Link} to={tenant.listPath(object)} variant="default">
            {t.setup.openList}
          </Button>
          {!object.isSystem && (
            <MoreMenu>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog("edit")}>
                {t.setup.editObject}
              </Menu.Item>
              <Menu.Item leftSection={<IconCursorText size={16} aria-hidden />} onClick={() => setDialog("rename")}>
                {t.setup.rename}
              </Menu.Item>
              <Menu.Divider />
              <DeleteItem onClick={() => setDialog("delete")} />
            </MoreMenu>
          )}
        </>
      }
    >
      <Text className="quiet" mb="md">
        {object.description} <span style={{ fontFamily: "var(--mantine-font-family-monospace)" }}>{object.name}</span>
      </Text>
      <Tabs
        value={search.get("tab") ?? "fields"}
        onChange={(tab) => setSearch(tab === null || tab === "fields" ? {} : { tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="fields">{t.setup.fields}</Tabs.Tab>
          <Tabs.Tab value="relations">{t.setup.relations}</Tabs.Tab>
          <Tabs.Tab
            value="rules"
            rightSection={
              brokenRules(object).length > 0 ? <BrokenMark count={brokenRules(object).length} /> : undefined
            }
          >
            {t.setup.rules}
          </Tabs.Tab>
          <Tabs.Tab value="validations">{t.setup.validations}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fields">
          <FieldsTab object={object} />
        </Tabs.Panel>
        <Tabs.Panel value="relations">
          <Relations object={object} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesTab object={object} />
        </Tabs.Panel>
        <Tabs.Panel value="validations">
          <ValidationsTab object={object} />
        </Tabs.Panel>
      </Tabs>
      {dialog === "edit" && <ObjectDialog object={object} onClose={close} />}
      {dialog === "rename" && <Rename object={object} onClose={close} />}
      {dialog === "delete" && <Removal object={object} onClose={close} />}
    </Page>
  );
}

function BrokenMark({ count }: { count: number }) {
  return (
    <Badge size="sm" color="red" circle aria-label={t.setup.brokenCount(count)}>
      {count}
    </Badge>
  );
}

function Relations({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  if (object.relations.length === 0) return <StatePanel title={t.setup.noRelations} text={t.setup.noRelationsText} />;
  return (
    <PlainTable minWidth={480} columns={RELATION_COLUMNS}>
      {object.relations.map((relation) => {
        const target = tenant.object(relation.target);
        return (
          <Table.Tr key={relation.name}>
            <Table.Td fw={550}>{relation.label}</Table.Td>
            <Table.Td ff="monospace">{relation.name}</Table.Td>
            <Table.Td>
              <Anchor component={Link} to={`${tenant.base}/setup/o/${relation.target}`} inherit>
                {target?.label ?? relation.target}
              </Anchor>{" "}
              <span className="quiet">{t.setup.relationVia(relation.field)}</span>
            </Table.Td>
          </Table.Tr>
        );
      })}
    </PlainTable>
  );
}

function Rename({ object, onClose }: { object: ObjectInfo; onClose: () => void }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const rename = useMetadataChange<{ change: { name: string } }>(METADATA.renameObject, {
    done: ({ change }) => {
      toastDone(t.setup.renamed(change.name));
      navigate(`${tenant.base}/setup/o/${change.name}`, { replace: true });
    },
  });
  return (
    <RenameDialog
      name={object.name}
      hasPlural
      isBusy={rename.isPending}
      failure={rename.error}
      onClose={onClose}
      onRename={(to, pluralName) =>
        rename.mutate({ name: object.name, to, ...(pluralName === null ? {} : { pluralName }) })
      }
    />
  );
}

function Removal({ object, onClose }: { object: ObjectInfo; onClose: () => void }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const remove = useMetadataChange(METADATA.deleteObject, {
    leave: () => {
      toastDone(t.setup.objectDeleted(object.label));
      navigate(`${tenant.base}/setup`, { replace: true });
    },
  });
  return (
    <RemovalDialog
      component={{ kind: "Object", name: object.name }}
      title={t.setup.deleteObjectTitle(object.label)}
      text={t.setup.deleteObjectText}
      typed={object.name}
      isBusy={remove.isPending}
      failure={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ name: object.name })}
    />
  );
}

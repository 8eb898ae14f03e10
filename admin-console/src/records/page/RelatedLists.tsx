import { ActionIcon, Anchor, Badge, Button, Skeleton, Text, Title } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import {
  COUNT_CAP,
  type Connection,
  type FieldInfo,
  fieldNamed,
  isPolymorphic,
  linkDocument,
  type ObjectInfo,
  ownsLinks,
  type RecordData,
  type RelationInfo,
} from "@/api";
import { FieldValue, formatCappedCount, kindOf } from "@/fields";
import { t } from "@/i18n";
import { useRecordsRefresh, useTenant } from "@/session";
import { ErrorPanel, ObjectIcon, toastFailure } from "@/ui";
import { ConnectDialog } from "./ConnectDialog";
import { relatedLists } from "./layout";
import classes from "./page.module.css";
import { useRelated } from "./useRecord";

/** The lists of records around a record. */
export function RelatedLists({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const tenant = useTenant();
  const related = useRelated(object, record.id);
  if (related.isError && related.data === undefined)
    return <ErrorPanel error={related.error} onRetry={() => related.refetch()} />;
  return (
    <div className={classes.lists}>
      {relatedLists(tenant.catalog, object).map(({ relation, fields }) => {
        const target = tenant.object(relation.target);
        return (
          target !== undefined && (
            <RelatedCard
              key={relation.name}
              object={object}
              record={record}
              relation={relation}
              target={target}
              fields={fields}
              connection={related.data?.[relation.name]}
            />
          )
        );
      })}
    </div>
  );
}

interface CardProps {
  object: ObjectInfo;
  record: RecordData;
  relation: RelationInfo;
  target: ObjectInfo;
  fields: readonly FieldInfo[];
  connection: Connection | undefined;
}

/** How the list of the related object is asked for those of a record; null where it cannot be. */
function restOf(object: ObjectInfo, relation: RelationInfo, id: string): string | null {
  const own = ownsLinks(object, relation) ? fieldNamed(object, relation.field) : undefined;
  const name = own === undefined ? relation.field : own.inverseName;
  return name === null ? null : `f=${name}:${relation.manyToMany ? "hasAny" : "in"}:${id}`;
}

function RelatedCard({ object, record, relation, target, fields, connection }: CardProps) {
  const tenant = useTenant();
  const location = useLocation();
  const refresh = useRecordsRefresh(tenant.slug);
  const [isConnecting, setConnecting] = useState(false);
  const isOwner = relation.manyToMany && ownsLinks(object, relation);
  const canAdd = isOwner ? object.isWritable : target.isWritable;
  const disconnect = useMutation({
    mutationFn: (other: RecordData) =>
      tenant.data(linkDocument(tenant.catalog, object, record.id, relation, target, "disconnect", [other.id])),
    onSuccess: refresh,
    onError: toastFailure,
  });
  const lookup = fieldNamed(target, relation.field);
  const addParams = new URLSearchParams({
    [relation.field]: record.id,
    [`${relation.field}.name`]: String(record.name ?? ""),
    ...(lookup !== undefined && isPolymorphic(lookup) ? { [`${relation.field}.object`]: object.name } : {}),
    back: location.pathname,
  });
  const rest = restOf(object, relation, record.id);
  const addLabel = t.record.addRelated(relation.label);
  const addIcon = <IconPlus size={16} aria-hidden />;
  return (
    <section className={classes.list} aria-label={relation.label}>
      <div className={classes.listHead}>
        <ObjectIcon name={target.icon} size={16} />
        <Title order={2} className={classes.panelTitle} mb={0}>
          {relation.label}
        </Title>
        {connection?.cappedCount !== undefined && connection.cappedCount > 0 && (
          <Badge variant="light" color="gray" radius="sm" className="figures">
            {formatCappedCount(connection.cappedCount, COUNT_CAP)}
          </Badge>
        )}
        <span style={{ flex: 1 }} />
        {connection?.pageInfo.hasNextPage && rest !== null && (
          <Anchor component={Link} to={`${tenant.listPath(target)}?${rest}`} size="sm">
            {t.record.viewAll}
          </Anchor>
        )}
        {canAdd &&
          (relation.manyToMany ? (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={addIcon}
              aria-label={addLabel}
              onClick={() => setConnecting(true)}
            >
              {t.common.add}
            </Button>
          ) : (
            <Button
              component={Link}
              to={`${tenant.listPath(target)}/new?${addParams}`}
              size="compact-sm"
              variant="subtle"
              leftSection={addIcon}
              aria-label={addLabel}
            >
              {t.common.add}
            </Button>
          ))}
      </div>
      {connection === undefined && <Skeleton height={40} />}
      {connection?.nodes.length === 0 && (
        <Text size="sm" className="quiet">
          {t.record.noRelated(relation.label)}
        </Text>
      )}
      {connection !== undefined && connection.nodes.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{target.nameLabel}</th>
                {fields.map((field) => (
                  <th key={field.name} scope="col" data-align={kindOf(field).align}>
                    {field.label}
                  </th>
                ))}
                {relation.manyToMany && <td className={classes.narrow} aria-hidden />}
              </tr>
            </thead>
            <tbody>
              {connection.nodes.map((other) => (
                <tr key={other.id}>
                  <td>
                    <Anchor component={Link} to={tenant.recordPath(target, other.id)} inherit>
                      {String(other.name ?? t.list.unnamed)}
                    </Anchor>
                  </td>
                  {fields.map((field) => (
                    <td key={field.name} data-align={kindOf(field).align}>
                      <FieldValue field={field} record={other} isCompact />
                    </td>
                  ))}
                  {relation.manyToMany && (
                    <td className={classes.narrow}>
                      {canAdd && (
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size="sm"
                          aria-label={t.record.disconnect(String(other.name ?? t.list.unnamed))}
                          onClick={() => disconnect.mutate(other)}
                        >
                          <IconX size={14} aria-hidden />
                        </ActionIcon>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isConnecting && (
        <ConnectDialog
          object={object}
          record={record}
          relation={relation}
          target={target}
          onClose={() => setConnecting(false)}
        />
      )}
    </section>
  );
}

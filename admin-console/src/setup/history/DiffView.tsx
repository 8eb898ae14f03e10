import { Badge, Text } from "@mantine/core";
import type { Difference } from "@/api";
import { t } from "@/i18n";
import classes from "./history.module.css";
import { lineDiff, propertyDiff } from "./lineDiff";

const COLORS = { ADDED: "teal", CHANGED: "accent", REMOVED: "red", RENAMED: "grape" } as const;

/** What a change set did, or would do, component by component. */
export function DiffView({ diff }: { diff: readonly Difference[] }) {
  return (
    <ul className={classes.diff}>
      {diff.map((difference) => (
        <li
          key={`${difference.change} ${difference.kind} ${difference.object} ${difference.name}`}
          className={classes.component}
        >
          <div className={classes.componentHead}>
            <Badge variant="light" color={COLORS[difference.change] ?? "gray"} radius="sm" tt="none">
              {t.setup[difference.change] ?? difference.change}
            </Badge>
            <Text size="sm">
              {t.setup.kinds[difference.kind] ?? difference.kind}{" "}
              <b>{[difference.object, difference.name].filter(Boolean).join(".")}</b>
            </Text>
          </div>
          {difference.change !== "REMOVED" && (
            <dl className={classes.properties}>
              {propertyDiff(difference.before, difference.after).map((property) => (
                <div key={property.name} className={classes.property}>
                  <dt>{property.name}</dt>
                  <dd>
                    {lineDiff(property.before, property.after).map((line, position) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move
                      <span key={position} className={classes.line} data-kind={line.kind}>
                        {line.text || " "}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

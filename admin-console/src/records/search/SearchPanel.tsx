import { Loader, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { FoundRecord, ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, ObjectIcon } from "@/ui";
import classes from "./search.module.css";
import { useRecordSearch } from "./useRecordSearch";

interface Group {
  readonly object: ObjectInfo;
  readonly found: readonly FoundRecord[];
}

/** What is typed, and what is found, by objects; arrows choose, Enter opens. */
export function SearchPanel({ onDone }: { onDone: () => void }) {
  const tenant = useTenant();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const search = useRecordSearch(asked);
  const groups = useMemo(
    () => (asked === "" ? [] : grouped(search.data ?? [], tenant.object)),
    [asked, search.data, tenant.object],
  );
  const places = groups.flatMap(({ object, found }) => found.map((each) => tenant.recordPath(object, each.node.id)));
  const current = Math.min(chosen, Math.max(0, places.length - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const place = places[current];
    if (step !== 0 && places.length > 0) {
      event.preventDefault();
      setChosen((current + step + places.length) % places.length);
    } else if (event.key === "Enter" && place !== undefined) {
      event.preventDefault();
      navigate(place);
      onDone();
    }
  };

  return (
    <div className={classes.panel}>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.field}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        rightSection={search.isFetching ? <Loader size="xs" /> : null}
        placeholder={t.search.placeholder}
        aria-label={t.search.title}
        role="combobox"
        aria-expanded={places.length > 0}
        aria-controls={listId}
        aria-activedescendant={places.length > 0 ? `${listId}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t.search.results} className={classes.results}>
        {groups.map(({ object, found }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={object.name} role="group" aria-label={object.pluralLabel}>
            <Text className={classes.group}>{object.pluralLabel}</Text>
            {found.map((each) => {
              const place = tenant.recordPath(object, each.node.id);
              const number = places.indexOf(place);
              return (
                <Link
                  key={each.node.id}
                  id={`${listId}-${number}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={number === current}
                  to={place}
                  className={classes.option}
                  onClick={onDone}
                  onMouseMove={() => setChosen(number)}
                >
                  <ObjectIcon name={object.icon} />
                  <Found record={each} />
                </Link>
              );
            })}
          </div>
        ))}
      </div>
      <State text={text.trim()} asked={asked} isEmpty={places.length === 0} search={search} />
    </div>
  );
}

function State({
  text,
  asked,
  isEmpty,
  search,
}: {
  text: string;
  asked: string;
  isEmpty: boolean;
  search: ReturnType<typeof useRecordSearch>;
}) {
  if (text === "") return <Text className={classes.state}>{t.search.start}</Text>;
  if (search.isError) return <ErrorPanel error={search.error} onRetry={() => search.refetch()} />;
  if (!isEmpty || search.isFetching || text !== asked) return null;
  return (
    <div className={classes.state} role="status">
      <Text fw={550}>{t.search.nothing(asked)}</Text>
      <Text size="sm">{t.search.nothingText}</Text>
    </div>
  );
}

/** The name, and the field that holds the words where it is another one. */
function Found({ record }: { record: FoundRecord }) {
  const name = record.matches.find((match) => match.field === "name");
  const other = record.matches.find((match) => match.field !== "name");
  return (
    <span className={classes.found}>
      <span className="truncate">{name === undefined ? record.node.name : <Pieces match={name} />}</span>
      {other !== undefined && (
        <span className={`${classes.match} truncate`}>
          {other.label}: <Pieces match={other} />
        </span>
      )}
    </span>
  );
}

function Pieces({ match }: { match: FoundRecord["matches"][number] }) {
  let at = 0;
  return match.snippet.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isMatch ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}

/** By objects, in the order of the best record of each. */
function grouped(found: readonly FoundRecord[], objectNamed: (name: string) => ObjectInfo | undefined): Group[] {
  const groups = new Map<string, FoundRecord[]>();
  for (const each of found) {
    const name = each.node.__typename;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].flatMap(([name, records]) => {
    const object = objectNamed(name);
    return object === undefined ? [] : [{ object, found: records }];
  });
}

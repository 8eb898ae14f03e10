import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FieldInfo, LINKS_MAX, type Reference } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";
import { toastFailure } from "@/ui";

/** Where the links of a record come from that its form does not hold yet. */
export interface LinkSource {
  readonly hasMore: (field: FieldInfo) => boolean;
  readonly load: (field: FieldInfo) => Promise<readonly Reference[]>;
}

interface Props {
  field: FieldInfo;
  source: LinkSource;
  shown: number;
  onLoaded: (links: readonly Reference[]) => void;
}

/** Says that a record has more links than are shown, and brings them. */
export function MoreLinks({ field, source, shown, onLoaded }: Props) {
  const load = useMutation({ mutationFn: () => source.load(field), onSuccess: onLoaded, onError: toastFailure });
  if (!source.hasMore(field)) return null;
  return (
    <Text size="xs" className="quiet" mt={4} component="div">
      {t.record.moreLinks(formatCount(shown))}{" "}
      {shown < LINKS_MAX && (
        <Button variant="subtle" size="compact-xs" loading={load.isPending} onClick={() => load.mutate()}>
          {t.record.showLinks(field.label)}
        </Button>
      )}
    </Text>
  );
}

package kith.runtime.catalog;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.change.Difference;
import kith.metadata.change.Difference.Change;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.codec.DecodeContext;
import kith.metadata.codec.Decoded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form of the change log: per component its reference and its documents before and after. */
final class ChangeLog {

    private static final int MAX_MESSAGE = 1_000;

    private final ComponentDocuments documents;

    ChangeLog(ComponentDocuments documents) {
        this.documents = documents;
    }

    static String json(List<Difference> diff) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (Difference difference : diff) {
            ObjectNode entry = entries.addObject().put("ref", difference.component().toString());
            difference.before().ifPresent(document -> entry.set("before", document));
            difference.after().ifPresent(document -> entry.set("after", document));
        }
        return entries.toString();
    }

    /** Why, as the log keeps it: not endless, and without the one character that it cannot keep. */
    static String message(String given) {
        String text = given.replace("\0", "");
        return text.codePointCount(0, text.length()) <= MAX_MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_MESSAGE)) + "…";
    }

    /** The entries of the log as the database gives them. */
    List<RecordedChange> read(byte[] json) {
        List<RecordedChange> changes = new ArrayList<>();
        for (JsonNode entry : StoredJson.read(json)) {
            changes.add(
                    new RecordedChange(
                            entry.path("version").asLong(),
                            OffsetDateTime.parse(entry.path("at").asString()).toInstant(),
                            entry.path("by").asString(),
                            entry.path("message").asString(),
                            differences(entry.path("changes"))));
        }
        return changes;
    }

    private List<Difference> differences(JsonNode entries) {
        List<Difference> diff = new ArrayList<>();
        for (JsonNode entry : entries) {
            Optional<JsonNode> before = document(entry, "before");
            Optional<JsonNode> after = document(entry, "after");
            JsonNode last = after.or(() -> before).orElseThrow();
            diff.add(new Difference(ref(last), change(before, after), before, after));
        }
        return diff;
    }

    private static Change change(Optional<JsonNode> before, Optional<JsonNode> after) {
        if (before.isEmpty()) {
            return Change.ADDED;
        }
        if (after.isEmpty()) {
            return Change.REMOVED;
        }
        boolean isRenamed = !before.get().path("name").equals(after.get().path("name"));
        return isRenamed ? Change.RENAMED : Change.CHANGED;
    }

    /** In the order of properties that documents have; the database keeps none. */
    private Optional<JsonNode> document(JsonNode entry, String side) {
        JsonNode stored = entry.path(side);
        if (!stored.isObject()) {
            return Optional.empty();
        }
        ComponentIds stays = (component, packageName) -> new UUID(0, 0);
        return switch (documents.decode(stored, List.of(), DecodeContext.of(stays))) {
            case Decoded.Sound(Component component) -> Optional.of(documents.encode(component));
            case Decoded.Faulty _ -> Optional.of(stored);
        };
    }

    private static ComponentRef ref(JsonNode document) {
        ComponentKind kind = ComponentKind.named(document.path("kind").asString()).orElseThrow();
        String object = document.path("object").asString("");
        return new ComponentRef(
                kind,
                Optional.of(object).filter(name -> !name.isEmpty()),
                document.path("name").asString());
    }
}

package kith.metadata.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.codec.ComponentDocuments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds to a document what it leaves out and the component that it replaces already has. */
final class DocumentCompletion {

    private static final String OF_REFERENCES = "inverseName";

    /** What makes a component's identity; all else falls back to its default. */
    private static final List<String> KEPT =
            List.of("id", "package", "key", "pluralName", "storage", OF_REFERENCES);

    private final ComponentDocuments documents;
    private final ComponentSet components;

    DocumentCompletion(ComponentDocuments documents, ComponentSet components) {
        this.documents = documents;
        this.components = components;
    }

    /** The component that a document replaces: the one of its id, else the one of its name. */
    Optional<Component> replaced(JsonNode document) {
        return id(document)
                .flatMap(components::find)
                .or(() -> ref(document).flatMap(components::find));
    }

    JsonNode complete(JsonNode document, Component replaced) {
        ObjectNode known = documents.encode(replaced);
        ObjectNode complete = ((ObjectNode) document).deepCopy();
        for (String property : KEPT) {
            boolean isLeftOut = !document.hasNonNull(property) && known.has(property);
            if (isLeftOut && (!property.equals(OF_REFERENCES) || isOfSameType(document, known))) {
                complete.set(property, known.get(property));
            }
        }
        return complete;
    }

    /** Another type is refused later, for what it is. */
    private static boolean isOfSameType(JsonNode document, JsonNode known) {
        return document.path("type").equals(known.path("type"));
    }

    /** What a document calls its component; empty where it does not say so. */
    static Optional<ComponentRef> ref(JsonNode document) {
        String name = document.path("name").asString("");
        String object = document.path("object").asString("");
        return ComponentKind.named(document.path("kind").asString(""))
                .map(kind ->
                        switch (kind) {
                            case OBJECT -> ComponentRef.object(name);
                            case FIELD -> ComponentRef.field(object, name);
                            case RULE -> ComponentRef.rule(object, name);
                            case VALIDATION -> ComponentRef.validation(object, name);
                            case PERMISSION_SET -> ComponentRef.permissionSet(name);
                        });
    }

    private static Optional<UUID> id(JsonNode document) {
        try {
            return Optional.of(document.path("id").asString(""))
                    .filter(text -> !text.isEmpty())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException notUuid) {
            return Optional.empty();
        }
    }
}

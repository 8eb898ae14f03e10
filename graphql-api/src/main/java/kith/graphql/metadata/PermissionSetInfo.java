package kith.graphql.metadata;

import java.util.Optional;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.codec.ComponentDocuments;
import tools.jackson.databind.JsonNode;

/** A permission set as its editors see it. */
public record PermissionSetInfo(PermissionSetDefinition set) {

    public String name() {
        return set.name();
    }

    public String label() {
        return set.label();
    }

    public Optional<String> description() {
        return set.description();
    }

    public Purpose purpose() {
        return set.purpose();
    }

    public Optional<String> packageName() {
        return set.packageName();
    }

    public boolean isSystem() {
        return set.packageName().equals(Optional.of(SystemObjects.PACKAGE));
    }

    public JsonNode document() {
        return new ComponentDocuments().encode(set);
    }
}

package kith.graphql.metadata;

import java.util.Optional;
import java.util.UUID;
import kith.metadata.ValidationDefinition;

/** A validation as callers see it. */
public record ValidationInfo(ValidationDefinition validation) {

    public UUID id() {
        return validation.id();
    }

    public String name() {
        return validation.name();
    }

    public String label() {
        return validation.label();
    }

    public Optional<String> description() {
        return validation.description();
    }

    public boolean active() {
        return validation.isActive();
    }

    public String refuseWhen() {
        return validation.refuseWhen();
    }

    public String message() {
        return validation.message();
    }

    public Optional<String> field() {
        return validation.field();
    }

    public Optional<String> packageName() {
        return validation.packageName();
    }
}

package kith.graphql.metadata;

import java.util.Optional;
import kith.metadata.RollUpDefinition;

/** What a field sums up, as callers see it. */
public record RollUpInfo(RollUpDefinition rollUp) {

    public String object() {
        return rollUp.object();
    }

    public String through() {
        return rollUp.through();
    }

    public String function() {
        return rollUp.function().documentName();
    }

    public Optional<String> of() {
        return rollUp.of();
    }

    public Optional<String> where() {
        return rollUp.where();
    }
}

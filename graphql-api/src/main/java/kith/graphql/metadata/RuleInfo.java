package kith.graphql.metadata;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.RuleDefinition;

/** A rule as callers see it. */
public record RuleInfo(RuleDefinition rule) {

    public UUID id() {
        return rule.id();
    }

    public String name() {
        return rule.name();
    }

    public String label() {
        return rule.label();
    }

    public Optional<String> description() {
        return rule.description();
    }

    public List<RuleDefinition.Moment> on() {
        return List.copyOf(EnumSet.copyOf(rule.on()));
    }

    public int order() {
        return rule.order();
    }

    public boolean active() {
        return rule.isActive();
    }

    public String script() {
        return rule.script();
    }

    public Optional<String> packageName() {
        return rule.packageName();
    }
}

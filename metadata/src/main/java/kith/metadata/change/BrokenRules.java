package kith.metadata.change;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Rule;

/**
 * The rules of a catalog that are broken. They stand in nobody's way: other things can change, and
 * they can be switched off, until their script is given anew.
 */
final class BrokenRules {

    private final Map<UUID, String> scripts;

    BrokenRules(Catalog current) {
        this.scripts =
                current.brokenRules().stream()
                        .map(Rule::definition)
                        .collect(Collectors.toMap(RuleDefinition::id, RuleDefinition::script));
    }

    /** Ids of those that a change set leaves as they are. */
    Set<UUID> in(ComponentSet next) {
        return next.all().stream()
                .filter(component -> component instanceof RuleDefinition rule && isKnown(rule))
                .map(Component::id)
                .collect(Collectors.toSet());
    }

    /** Whether it is one of them, with the same script. */
    boolean isKnown(RuleDefinition rule) {
        return rule.script().equals(scripts.get(rule.id()));
    }
}

package kith.graphql.metadata;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Rule;
import kith.runtime.access.Caller;

/** A catalog as one caller sees it. */
public record CatalogInfo(Caller caller, Catalog catalog) {

    public int version() {
        return Math.toIntExact(catalog.version());
    }

    public List<ObjectInfo> objects() {
        return catalog.objects().stream()
                .map(object -> new ObjectInfo(caller, catalog, object))
                .toList();
    }

    /** The active rules whose scripts compile no longer. */
    public List<BrokenRule> brokenRules() {
        List<Rule> broken = catalog.brokenRules();
        return broken.stream()
                .map(Rule::definition)
                .map(rule -> new BrokenRule(rule.object(), RuleInfo.of(catalog, rule, broken)))
                .toList();
    }

    /** A rule whose script compiles no longer, and its object. */
    public record BrokenRule(String object, RuleInfo rule) {}

    Optional<ObjectInfo> object(String name) {
        return catalog.object(name).map(object -> new ObjectInfo(caller, catalog, object));
    }
}

package kith.graphql.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;
import kith.runtime.access.Caller;

/** A catalog as one caller sees it. */
public record CatalogInfo(Caller caller, Catalog catalog) {

    public int version() {
        return Math.toIntExact(catalog.version());
    }

    public List<ObjectInfo> objects() {
        return catalog.objects().stream()
                .filter(this::isShown)
                .map(object -> new ObjectInfo(caller, catalog, object))
                .toList();
    }

    private boolean isShown(ObjectType object) {
        return caller.rights().may(ObjectRight.READ, object);
    }

    /** What the caller may do beyond the records of single objects. */
    public List<String> functions() {
        return Arrays.stream(UserFunction.values())
                .filter(caller.rights()::has)
                .map(UserFunction::documentName)
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
        return catalog.object(name)
                .filter(this::isShown)
                .map(object -> new ObjectInfo(caller, catalog, object));
    }
}

package kith.metadata.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.metadata.Component;
import kith.metadata.ObjectDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.problem.ProblemCode;
import kith.metadata.resolve.CatalogBuilder;
import kith.metadata.resolve.CatalogProblem;
import kith.metadata.resolve.CatalogSource;
import kith.metadata.resolve.Finding;
import kith.metadata.resolve.Resolution;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;

/**
 * Works out what a change set comes to: the next catalog with all that is to be done for it, or all
 * that stands in its way. Pure but for new ids; it compiles scripts, so it may take its time.
 */
public final class ChangePlanner {

    private final CatalogBuilder builder;
    private final ComponentIds ids;
    private final ComponentDocuments documents = new ComponentDocuments();
    private final Differences differences = new Differences(documents);

    public ChangePlanner(CatalogBuilder builder, ComponentIds ids) {
        this.builder = builder;
        this.ids = ids;
    }

    public ChangePlan plan(CatalogState state, ChangeRequest request, Author author) {
        Catalog current = state.catalog();
        ChangeProblems problems = new ChangeProblems();
        ComponentSet next = new ComponentSet(current.components());
        ChangeSteps steps = new ChangeSteps(state, next, documents, ids, author, problems);
        steps.apply(request.changes());
        new DependentsCheck(current, next, problems).check();
        checkImmutability(current, next, problems);
        StorageFate fate = new StorageFate(state, next);
        Set<RetiredStorage> closed = new HashSet<>(state.retired());
        closed.addAll(fate.retired());
        closed.addAll(new Rehousing(current, next).moveOut());
        BrokenRules broken = new BrokenRules(current);
        CatalogSource source =
                new CatalogSource(
                        current.version() + 1,
                        next.all(),
                        closed,
                        state.nextObjectKey(),
                        broken.in(next),
                        current.homes(),
                        current.staleFormulas());
        return switch (builder.resolve(source)) {
            case Resolution.Refused(var findings) -> {
                findings.stream()
                        .filter(finding -> isNews(finding, problems, steps))
                        .forEach(problems::add);
                yield refused(current, next, problems);
            }
            case Resolution.Resolved(Catalog catalog, int nextObjectKey) ->
                    planned(new Outline(state, next, fate, catalog, nextObjectKey), problems);
        };
    }

    /** A change set whose components resolve. */
    private record Outline(
            CatalogState state,
            ComponentSet next,
            StorageFate fate,
            Catalog catalog,
            int nextObjectKey) {}

    private ChangePlan planned(Outline outline, ChangeProblems problems) {
        Catalog current = outline.state().catalog();
        checkInactiveRules(current, outline.catalog(), problems);
        Set<RetiredObject> revivedObjects = outline.fate().revivedObjects(outline.catalog());
        checkPurged(outline.catalog(), revivedObjects, problems);
        if (!problems.isEmpty()) {
            return refused(current, outline.next(), problems);
        }
        Set<RetiredStorage> revived = outline.fate().revived(outline.catalog());
        Set<UUID> revivedFields =
                revived.stream().map(RetiredStorage::field).collect(Collectors.toSet());
        DataConditions conditions =
                new DataConditions(
                        new ComponentSet(current.components()),
                        outline.catalog(),
                        revivedFields,
                        problems);
        List<DataCondition> found = conditions.find();
        return new ChangePlan.Applicable(
                outline.catalog(),
                outline.nextObjectKey(),
                differences.between(current.components(), outline.catalog().components()),
                found,
                conditions.effects(),
                new ChangePlan.StorageChanges(
                        outline.fate().retired(),
                        revived,
                        outline.fate().retiredObjects(),
                        revivedObjects,
                        conditions.nowUnique(),
                        outline.fate().noLongerUnique()));
    }

    private ChangePlan refused(Catalog current, ComponentSet next, ChangeProblems problems) {
        return new ChangePlan.Refused(
                differences.between(current.components(), next.all()), problems.all());
    }

    private static void checkImmutability(
            Catalog current, ComponentSet next, ChangeProblems problems) {
        ImmutabilityCheck check = new ImmutabilityCheck(problems);
        for (Component before : afterRenames(current, next).all()) {
            next.find(before.id()).ifPresent(after -> check.check(before, after));
        }
    }

    /** The components before, but with the new names of objects: following them is no change. */
    private static ComponentSet afterRenames(Catalog current, ComponentSet next) {
        ComponentSet renamed = new ComponentSet(current.components());
        for (Component before : current.components()) {
            if (before instanceof ObjectDefinition object
                    && next.find(object.id()).orElse(object) instanceof ObjectDefinition after) {
                renamed.put(object.named(after.name(), object.pluralName()));
            }
        }
        return renamed;
    }

    /** Records of an object would be cleared under its hands. */
    private static void checkPurged(
            Catalog next, Set<RetiredObject> revived, ChangeProblems problems) {
        for (RetiredObject object : revived) {
            if (object.isPurging()) {
                ObjectDefinition definition =
                        next.objectWithKey(object.key()).orElseThrow().definition();
                problems.add(
                        definition,
                        ChangeRefusal.VALUES_PURGED,
                        "The records of %s are being cleared, for it was removed long ago"
                                .formatted(definition.name()),
                        "Try again in some minutes; it then begins without records.");
            }
        }
    }

    private void checkInactiveRules(Catalog current, Catalog next, ChangeProblems problems) {
        Set<Component> known = new HashSet<>(current.components());
        BrokenRules broken = new BrokenRules(current);
        next.components().stream()
                .filter(component -> !known.contains(component))
                .flatMap(ChangePlanner::inactiveRule)
                .filter(rule -> !broken.isKnown(rule))
                .forEach(rule -> check(rule, next, problems));
    }

    private void check(RuleDefinition rule, Catalog next, ChangeProblems problems) {
        if (builder.compile(rule, next) instanceof RuleCompiler.Refused(var refusals)) {
            refusals.stream()
                    .map(refusal -> Finding.inScript(rule, refusal))
                    .forEach(problems::add);
        }
    }

    private static Stream<RuleDefinition> inactiveRule(Component component) {
        return component instanceof RuleDefinition rule && !rule.isActive()
                ? Stream.of(rule)
                : Stream.empty();
    }

    /**
     * What follows from a problem that is told already is no news: components of an object whose
     * document is faulty, and scripts and references broken by a refused removal or rename.
     */
    private static boolean isNews(Finding finding, ChangeProblems problems, ChangeSteps steps) {
        ProblemCode code = finding.problem().code();
        if (code == CatalogProblem.UNKNOWN_OBJECT) {
            return !steps.hasFaultyObject() && !problems.has(ChangeRefusal.STILL_NEEDED);
        }
        if (code == CatalogProblem.ROLL_UP_REFUSED) {
            return !problems.has(ChangeRefusal.STILL_NEEDED);
        }
        if (code == CatalogProblem.SCRIPT_REFUSED) {
            return !problems.has(ChangeRefusal.STILL_NEEDED)
                    && !problems.has(ChangeRefusal.NAME_IN_USE);
        }
        if (code == CatalogProblem.STORAGE_CONFLICT
                || code == CatalogProblem.NOT_POSSIBLE_FOR_TYPE) {
            return !problems.has(ChangeRefusal.IMMUTABLE);
        }
        return true;
    }
}

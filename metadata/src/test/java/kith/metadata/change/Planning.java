package kith.metadata.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.codec.ComponentIds;
import kith.metadata.codec.YamlDocuments;
import kith.metadata.resolve.CatalogBuilder;
import kith.metadata.resolve.Catalogs;
import kith.metadata.resolve.OverflowAssigner;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;
import tools.jackson.databind.JsonNode;

/** A tenant whose catalog changes step by step; every step must apply unless only planned. */
final class Planning {

    private final AtomicLong ids = new AtomicLong();
    private final ChangePlanner planner =
            new ChangePlanner(
                    new CatalogBuilder(new OverflowAssigner(), new Catalogs.DotCompiler()),
                    ComponentIds.fresh(() -> new UUID(7L << 12, ids.incrementAndGet())));
    private final List<List<Difference>> log = new ArrayList<>();
    private CatalogState state;

    private Planning(CatalogState state) {
        this.state = state;
    }

    static Planning of(String yaml) {
        return new Planning(CatalogState.of(Catalogs.of(yaml)));
    }

    Catalog catalog() {
        return state.catalog();
    }

    CatalogState state() {
        return state;
    }

    ChangePlan plan(ComponentChange... changes) {
        return plan(Author.TENANT, List.of(changes));
    }

    ChangePlan plan(Author author, List<ComponentChange> changes) {
        return planner.plan(state, new ChangeRequest(changes, "test", false), author);
    }

    ChangePlan.Applicable apply(ComponentChange... changes) {
        return apply(Author.TENANT, List.of(changes));
    }

    ChangePlan.Applicable apply(Author author, List<ComponentChange> changes) {
        return switch (plan(author, changes)) {
            case ChangePlan.Applicable applicable -> {
                List<RetiredStorage> retired = new ArrayList<>(state.retired());
                retired.addAll(applicable.storage().retired());
                retired.removeAll(applicable.storage().revived());
                List<RetiredObject> objects = new ArrayList<>(state.retiredObjects());
                objects.addAll(applicable.storage().retiredObjects());
                objects.removeAll(applicable.storage().revivedObjects());
                state =
                        new CatalogState(
                                applicable.next(),
                                Set.copyOf(retired),
                                Set.copyOf(objects),
                                applicable.nextObjectKey());
                log.add(applicable.diff());
                yield applicable;
            }
            case ChangePlan.Refused refused ->
                    throw new AssertionError("refused: " + refused.problems());
        };
    }

    ChangePlan.Applicable put(String yaml) {
        return apply(puts(yaml).toArray(ComponentChange[]::new));
    }

    ChangePlan.Applicable install(String yaml) {
        return apply(Author.PLATFORM, puts(yaml));
    }

    /** Takes the last so many change sets back. */
    ChangePlan.Applicable undo(int count) {
        List<Difference> newestFirst =
                log.reversed().stream().limit(count).flatMap(List::stream).toList();
        return apply(Author.PLATFORM, new Rollback().undo(state.catalog(), newestFirst));
    }

    /** The problems of a plan that must be refused. */
    List<ChangeProblem> problems(ComponentChange... changes) {
        return problems(plan(changes));
    }

    List<ChangeProblem> problems(String yaml) {
        return problems(plan(Author.TENANT, puts(yaml)));
    }

    static List<ChangeProblem> problems(ChangePlan plan) {
        return plan instanceof ChangePlan.Refused refused ? refused.problems() : List.of();
    }

    static List<ComponentChange> puts(String yaml) {
        List<ComponentChange> puts = new ArrayList<>();
        for (YamlDocuments.YamlDocument document : YamlDocuments.read("test.yaml", yaml)) {
            puts.add(put(document.document(), puts.size()));
        }
        return puts;
    }

    private static ComponentChange put(JsonNode document, int index) {
        return new ComponentChange.PutDocument(document, List.of("components", index));
    }

    static ComponentChange remove(ComponentRef ref) {
        return new ComponentChange.Remove(ref);
    }

    static ComponentChange rename(ComponentRef ref, String to) {
        return new ComponentChange.Rename(ref, to, Optional.empty());
    }
}

package kith.graphql.metadata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kith.graphql.GraphqlProblem;
import kith.graphql.sdl.Arguments;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.change.Dependents;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.catalog.CatalogChanges;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What can be asked of the metadata. */
final class MetadataQueries {

    private static final int LONGEST_HISTORY = 200;

    private final FreshCatalogs catalogs;
    private final CatalogChanges changes;
    private final ComponentDocuments documents = new ComponentDocuments();

    MetadataQueries(FreshCatalogs catalogs, CatalogChanges changes) {
        this.catalogs = catalogs;
        this.changes = changes;
    }

    Mono<CatalogInfo> catalog(Caller caller) {
        return catalogs.of(caller).map(catalog -> new CatalogInfo(caller, catalog));
    }

    Mono<List<JsonNode>> components(Caller caller, Arguments arguments) {
        Optional<ComponentKind> kind =
                arguments
                        .optionalText("kind")
                        .map(name -> ComponentNames.kind(name, List.of("kind")));
        Optional<String> object = arguments.optionalText("object");
        return catalogs.of(caller)
                .map(catalog ->
                        catalog.components().stream()
                                .filter(one -> kind.isEmpty() || kind.get() == one.kind())
                                .filter(one -> object.isEmpty() || isOf(one, object.get()))
                                .<JsonNode>map(documents::encode)
                                .toList());
    }

    Mono<List<ChangeAnswers.CatalogChange>> history(Caller caller, Arguments arguments) {
        int first = arguments.integer("first");
        if (first < 1 || first > LONGEST_HISTORY) {
            return Mono.error(
                    new ProblemException(
                            Problem.of(
                                            GraphqlProblem.ARGUMENT_INVALID,
                                            "first runs from 1 to " + LONGEST_HISTORY)
                                    .at("first")));
        }
        OptionalLong before =
                arguments
                        .optionalInteger("before")
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
        return changes.history(caller, first, before)
                .map(history -> history.stream().map(ChangeAnswers.CatalogChange::of).toList());
    }

    Mono<List<ChangeAnswers.DependentInfo>> dependents(Caller caller, Arguments arguments) {
        ComponentRef component =
                ComponentNames.ref(arguments.object("component"), List.of("component", "kind"));
        return catalogs.of(caller)
                .map(catalog ->
                        Dependents.of(catalog, component).stream()
                                .map(ChangeAnswers.DependentInfo::of)
                                .toList());
    }

    Mono<ExpressionInfo> expression(Caller caller, Arguments arguments) {
        return catalogs.of(caller).map(catalog -> ExpressionInfo.of(catalog, arguments));
    }

    private static boolean isOf(Component component, String object) {
        ComponentRef ref = component.ref();
        return ref.object().orElse(ref.name()).equals(object);
    }
}

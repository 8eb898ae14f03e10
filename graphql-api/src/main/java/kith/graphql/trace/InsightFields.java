package kith.graphql.trace;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kith.graphql.sdl.Arguments;
import kith.graphql.sdl.SdlWiring;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.rule.Completion;
import kith.runtime.rule.RuleCompletion;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.trace.RuleTrial;
import kith.runtime.trace.TraceProblem;
import kith.runtime.trace.Why;
import kith.runtime.write.TrialCases;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Why a value is there, and what a rule would do, in the metadata API. */
public final class InsightFields {

    private static final int ATTEMPTS = 3;
    private static final int LONGEST_SCRIPT = 20_000;

    private final Insight insight;
    private final Function<Caller, Mono<Catalog>> catalogs;

    private InsightFields(Insight insight, Function<Caller, Mono<Catalog>> catalogs) {
        this.insight = insight;
        this.catalogs = catalogs;
    }

    /**
     * Adds them.
     *
     * @param catalogs gives a caller's catalog as it stands
     */
    public static void wire(
            SdlWiring<Caller> wiring, Insight insight, Function<Caller, Mono<Catalog>> catalogs) {
        RuleLogFields.wire(wiring, insight.log());
        InsightFields fields = new InsightFields(insight, catalogs);
        wiring.query("why", fields::why)
                .query("tryRule", fields::trial)
                .query("completeRule", fields::completion);
    }

    private Mono<Why> why(Caller caller, Arguments arguments) {
        return withCatalog(
                caller,
                catalog ->
                        insight.origins()
                                .why(
                                        caller,
                                        catalog,
                                        arguments.text("object"),
                                        RuleLogFields.id(arguments, "id"),
                                        arguments.text("field")));
    }

    private Mono<Completion> completion(Caller caller, Arguments arguments) {
        String script = arguments.text("script");
        int line = arguments.integer("line");
        int column = arguments.integer("column");
        if (script.length() > LONGEST_SCRIPT || line < 1 || column < 1) {
            return Mono.error(
                    () -> invalid("A place is in a script of at most 20,000 characters", "script"));
        }
        return withCatalog(
                caller,
                catalog ->
                        Mono.fromCallable(() ->
                                RuleCompletion.at(
                                        catalog,
                                        object(catalog, arguments.text("object"), "object"),
                                        script,
                                        line,
                                        column)));
    }

    private Mono<RuleTrial> trial(Caller caller, Arguments arguments) {
        return withCatalog(
                caller,
                catalog -> {
                    RuleDefinition rule = rule(catalog, arguments.object("input"));
                    return cases(caller, catalog, rule, arguments)
                            .flatMap(cases -> insight.trials().tried(caller, catalog, rule, cases));
                });
    }

    /** Once more where the catalog changed meanwhile. */
    private <T> Mono<T> withCatalog(Caller caller, Function<Catalog, Mono<T>> work) {
        return Mono.defer(() -> catalogs.apply(caller).flatMap(work))
                .retryWhen(Retry.max(ATTEMPTS).filter(CatalogOutdatedException.class::isInstance));
    }

    private static RuleDefinition rule(Catalog catalog, Arguments input) {
        String object = object(catalog, input.text("object"), "input", "object").name();
        Set<Moment> on = EnumSet.noneOf(Moment.class);
        input.texts("on").forEach(moment -> on.add(Moment.valueOf(moment)));
        if (on.isEmpty()) {
            throw invalid("Say when the rule runs", "input", "on");
        }
        String name = input.text("name");
        return new RuleDefinition(
                UUID.nameUUIDFromBytes(new byte[] {0}),
                object,
                name,
                input.optionalText("label").orElse(name),
                Optional.empty(),
                on,
                0,
                true,
                new RuleCall(
                        input.optionalText("per")
                                .map(RuleCall.Per::valueOf)
                                .orElse(RuleCall.PLAIN.per()),
                        input.optionalText("runAs")
                                .map(RuleCall.Mode::valueOf)
                                .orElse(RuleCall.PLAIN.mode()),
                        input.optionalText("when").filter(text -> !text.isBlank())),
                input.text("script"),
                Optional.empty());
    }

    private static ObjectType object(Catalog catalog, String name, Object... path) {
        return catalog.object(name)
                .orElseThrow(() -> invalid("There is no object `%s`".formatted(name), path));
    }

    private Mono<TrialCases> cases(
            Caller caller, Catalog catalog, RuleDefinition rule, Arguments arguments) {
        long given =
                Stream.of("changes", "filter", "records")
                        .filter(name -> arguments.values().get(name) != null)
                        .count();
        if (given != 1) {
            throw invalid("Give one of changes, filter and records", "changes");
        }
        Optional<Integer> changes = arguments.optionalInteger("changes");
        if (changes.isPresent()) {
            return Mono.just(new TrialCases.LastChanges(bounded(changes.get(), "changes")));
        }
        Object filter = arguments.values().get("filter");
        if (filter == null) {
            List<UUID> ids = arguments.texts("records").stream().map(InsightFields::id).toList();
            bounded(ids.size(), "records");
            return Mono.just(new TrialCases.Records(ids));
        }
        int first = bounded(arguments.integer("first"), "first");
        return insight.segments()
                .ids(caller, catalog, catalog.require(rule.object()), filter, first)
                .map(TrialCases.Records::new);
    }

    private static int bounded(int count, String argument) {
        if (count < 1 || count > TrialCases.MOST) {
            throw invalid("A rule is tried on 1 to 1,000 changes or records", argument);
        }
        return count;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw invalid("`%s` is no id".formatted(text), "records");
        }
    }

    private static ProblemException invalid(String message, Object... path) {
        return new ProblemException(Problem.of(TraceProblem.TRIAL_INVALID, message).at(path));
    }
}

package kith.runtime.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kith.runtime.read.ReadStatements;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.StatementTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The statements of {@linkplain DirectUpdate direct updates}. Those that come again and again, with
 * other values for other records, are rendered once.
 */
final class UpdateStatements {

    /** Characters of all statements together. */
    private static final long WEIGHT = 5_000_000;

    private static final int SHAPE_WEIGHT = 300;
    private static final Duration UNUSED = Duration.ofMinutes(15);

    private final ReadStatements reads;
    private final Cache<DirectUpdate.Shape, Optional<StatementTemplate>> known =
            Caffeine.newBuilder()
                    .maximumWeight(WEIGHT)
                    .<DirectUpdate.Shape, Optional<StatementTemplate>>weigher((_, template) ->
                            SHAPE_WEIGHT + template.map(StatementTemplate::weight).orElse(0))
                    .expireAfterAccess(UNUSED)
                    .build();

    UpdateStatements(ReadStatements reads) {
        this.reads = reads;
    }

    /**
     * Empty where something is wrong with the values, or only another statement can answer about
     * the record.
     */
    Optional<RenderedSql> statement(DirectUpdate update, ResolvedRecord record) {
        Optional<Map<String, @Nullable Object>> values = update.values(record);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> given = update.given(values.get());
        return template(update, List.copyOf(values.get().keySet()))
                .flatMap(template -> template.with(given));
    }

    private Optional<StatementTemplate> template(DirectUpdate update, List<String> set) {
        Function<Object, Optional<StatementTemplate>> made = _ -> made(update, set);
        return update.shape(set)
                .map(shape -> known.get(shape, made))
                .orElseGet(() -> made(update, set));
    }

    private Optional<StatementTemplate> made(DirectUpdate update, List<String> set) {
        return reads.written(
                        update.scope().caller(),
                        update.scope().catalog(),
                        update.step().object(),
                        update.step().selection())
                .map(answer -> StatementTemplate.of(update.statement(set, answer)));
    }
}

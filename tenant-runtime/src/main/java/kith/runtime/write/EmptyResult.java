package kith.runtime.write;

import java.math.BigDecimal;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.runtime.value.StoredValues;

/** What a roll-up says of a record that nothing refers to yet. */
final class EmptyResult {

    private EmptyResult() {}

    /** Nothing is counted as 0 and sums up to 0; there is no least, greatest or average of it. */
    static Optional<Object> of(Field field) {
        return field.definition()
                .rollUp()
                .flatMap(rollUp ->
                        switch (rollUp.function()) {
                            case COUNT, SUM ->
                                    Optional.of(
                                            BigDecimal.ZERO.setScale(
                                                    StoredValues.decimals(field.type())));
                            case MIN, MAX, AVG -> Optional.empty();
                        });
    }
}

package kith.bench.data;

import java.math.BigDecimal;

/**
 * Where Kith keeps the values of a field.
 *
 * @param column of the shared table
 * @param decimals by which numbers are scaled
 */
record FieldHome(String column, int decimals) {

    Object stored(Object value) {
        return switch (value) {
            case BigDecimal number -> number.movePointRight(decimals).longValueExact();
            case Integer number -> BigDecimal.valueOf(number).movePointRight(decimals);
            default -> value;
        };
    }
}

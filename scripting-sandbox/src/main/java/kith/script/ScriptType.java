package kith.script;

/**
 * What a property holds, as a rule sees it. The Java type named at each scalar is the only one that
 * crosses between the host and a rule for that property; every value may also be {@code null}.
 */
public sealed interface ScriptType {

    /** A value without parts. */
    enum Scalar implements ScriptType {
        /** {@link String}. */
        TEXT,
        /** {@link java.math.BigDecimal}. */
        NUMBER,
        /** {@link Integer}. */
        INTEGER,
        /** {@link Boolean}. */
        BOOLEAN,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.OffsetDateTime}; a rule sees it in the tenant's zone. */
        DATE_TIME,
        /** {@link java.util.List} of {@link String}. */
        TEXT_LIST,
        /** {@link String}: the id of a record. */
        ID
    }

    /**
     * A record of another object, navigated read-only ({@code record.product.unitPrice}); its value
     * is a {@link ScriptRecord}.
     */
    record Reference(String objectType) implements ScriptType {}
}

package kith.crm.sample;

import java.util.Optional;

/** Where the value of a field comes from. */
sealed interface SampleValue {

    /** The filled-in template; an empty text is no value. */
    record Text(Template template) implements SampleValue {}

    /** One of two constants, decided by comparing the filled-in template. */
    record Choice(Template template, String expected, String then, Optional<String> otherwise)
            implements SampleValue {}

    /** The record whose unique field has the filled-in template as value. */
    record Reference(String keyField, Template template) implements SampleValue {}

    /**
     * Links to the records whose unique field has the filled-in template as value, one for each row
     * of the key.
     */
    record Connection(String keyField, Template template) implements SampleValue {}
}

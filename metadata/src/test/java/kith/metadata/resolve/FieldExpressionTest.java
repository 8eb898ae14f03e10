package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Defaults that are expressions, and conditions under which fields are shown. */
class FieldExpressionTest {

    private static final String VISIT =
            """
            kind: Object
            name: Visit
            """;

    @Test
    void comesBehindTheDefaultsWhoseValuesItReads() {
        var catalog =
                Catalogs.of(
                        VISIT
                                + field("code", "text", "upper(town) + name")
                                + field("town", "text", "text(days)")
                                + field("days", "number", "1 + 1"));

        assertThat(catalog.require("Visit").defaults())
                .extracting(one -> one.field().name())
                .containsExactly("days", "town", "code");
    }

    @Test
    void refusesDefaultsThatReadEachOther() {
        assertThat(problems(field("one", "text", "two + 'x'") + field("two", "text", "upper(one)")))
                .anySatisfy(message ->
                        assertThat(message)
                                .contains("The defaults read each other: one, two, one"));
    }

    @Test
    void refusesWhatTheFieldCannotHold() {
        assertThat(problems(field("on", "date", "1 + 1")))
                .singleElement()
                .asString()
                .contains("This gives a number, and a date is needed");
        assertThat(
                        problems(
                                "---\n{kind: Field, object: Visit, name: of, type: lookup, target: Visit, default: {expression: me}}\n"))
                .singleElement()
                .asString()
                .contains("`of` points to Visit, and this to another object");
    }

    @Test
    void refusesUnknownFieldsWithTheirPlace() {
        assertThat(problems(field("town", "text", "upper(nam)")))
                .singleElement()
                .asString()
                .contains("line 1, column 7: Visit has no field `nam`");
    }

    @Test
    void knowsWhoeverWrites() {
        var catalog =
                Catalogs.of(
                        VISIT
                                + "---\n{kind: Field, object: Visit, name: guide, type: lookup, target: User, default: {expression: me}}\n"
                                + field("mail", "text", "me.email"));

        assertThat(catalog.require("Visit").defaults()).hasSize(2);
    }

    @Test
    void refusesATypeWithoutDefaults() {
        assertThat(
                        problems(
                                "---\n{kind: Field, object: Visit, name: number, type: autoNumber, format: \"V-{0}\", default: {expression: name}}\n"))
                .singleElement()
                .asString()
                .contains("does not fit a field of type autoNumber");
    }

    @Test
    void refusesConditionsOfFieldsThatFormsCannotCompute() {
        assertThat(problems(shown("owner.name == 'x'")))
                .singleElement()
                .asString()
                .contains("Forms cannot compute this: a form does not know what other records say");
        assertThat(problems(shown("matches(name, 'x')")))
                .singleElement()
                .asString()
                .contains("`matches`: browsers compute it otherwise");
        assertThat(problems(shown("name")))
                .singleElement()
                .asString()
                .contains("This gives a text, and a boolean is needed");
        assertThat(problems(shown("owner == me && !isNew()"))).isEmpty();
    }

    private static String shown(String condition) {
        return "---\n{kind: Field, object: Visit, name: town, type: text, visibleWhen: \"%s\"}\n"
                .formatted(condition);
    }

    private static List<String> problems(String fields) {
        return Catalogs.problems(VISIT + fields).stream()
                .map(problem -> problem.message())
                .toList();
    }

    private static String field(String name, String type, String expression) {
        return "---\n{kind: Field, object: Visit, name: %s, type: %s, default: {expression: \"%s\"}}\n"
                .formatted(name, type, expression);
    }
}

package kith.runtime.expression;

import kith.runtime.expression.FunctionSql.Forms;
import kith.runtime.sql.Sql;

/** Functions of texts. */
final class TextForms {

    private TextForms() {}

    static void addTo(Forms forms) {
        forms.put("length(text)", "length({})::numeric");
        forms.put("upper(text)", "kith_upper({})");
        forms.put("lower(text)", "kith_lower({})");
        forms.put("capitalize(text)", "kith_capitalized({})");
        forms.put("trim(text)", "kith_trimmed({})");
        forms.put("isBlank(text)", "(coalesce(kith_trimmed({}), '') = '')");
        forms.put("left(text, number)", "left({}, kith_at_least(kith_whole({}), 0))");
        forms.put("right(text, number)", "right({}, kith_at_least(kith_whole({}), 0))");
        forms.put(
                "mid(text, number, number)",
                "substr({}, kith_at_least(kith_whole({}), 1), kith_at_least(kith_whole({}), 0))");
        forms.put("contains(text, text)", "(strpos({}, {}) > 0)");
        forms.put("startsWith(text, text)", "starts_with({}, {})");
        forms.put("endsWith(text, text)", "kith_ends_with({}, {})");
        forms.put("equalsIgnoreCase(text, text)", "(kith_lower({}) = kith_lower({}))");
        forms.put("find(text, text)", "strpos({}, {})::numeric");
        forms.put("countOf(text, text)", "kith_count_of({}, {})::numeric");
        forms.put("replace(text, text, text)", "kith_replaced({}, {}, {})");
        forms.put("before(text, text)", "kith_before({}, {})");
        forms.put("after(text, text)", "kith_after({}, {})");
        forms.put("repeat(text, number)", "kith_repeated({}, kith_whole({}))");
        forms.put("padLeft(text, number, text)", "kith_padded_left({}, kith_whole({}), {})");
        forms.put("padRight(text, number, text)", "kith_padded_right({}, kith_whole({}), {})");
        forms.put("reverse(text)", "reverse({})");
        forms.put(
                "join(text, text, …)",
                arguments ->
                        Sql.of(
                                "kith_joined({}, array[{}])",
                                arguments.getFirst(),
                                Sql.join(", ", arguments.subList(1, arguments.size()))));
        forms.put("text(number)", "trim_scale({})::text");
        forms.put("text(date)", "to_char({}, 'YYYY-MM-DD')");
        forms.put(
                "text(dateTime)",
                "to_char({} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
        forms.put("text(boolean)", "({})::text");
        forms.put("text(reference)", "({})::text");
        forms.put("number(text)", "kith_number_of({})");
    }
}

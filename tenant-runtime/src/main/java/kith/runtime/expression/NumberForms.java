package kith.runtime.expression;

import java.util.List;
import kith.runtime.expression.FunctionSql.Forms;
import kith.runtime.sql.Sql;

/** Functions of numbers, and those that choose and compare. */
final class NumberForms {

    private static final List<String> KINDS =
            List.of("text", "number", "date", "dateTime", "reference");
    private static final List<String> ORDERED = List.of("number", "date", "dateTime");

    private NumberForms() {}

    static void addTo(Forms forms) {
        forms.put("abs(number)", "abs({})");
        forms.put("sign(number)", "sign({})");
        forms.put("round(number)", "round({})");
        forms.put("round(number, number)", "round({}, kith_places({}))");
        forms.put("roundUp(number, number)", "kith_rounded_up({}, kith_places({}))");
        forms.put("roundDown(number, number)", "trunc({}, kith_places({}))");
        forms.put("floor(number)", "floor({})");
        forms.put("ceiling(number)", "ceil({})");
        forms.put("truncate(number)", "trunc({})");
        forms.put("power(number, number)", "kith_power({}, {})");
        forms.put("percentOf(number, number)", "kith_kept(kith_quotient({}, {}) * 100)");
        forms.put("clamp(number, number, number)", "kith_clamped({}, {}, {})");
        forms.put("sum(number, …)", all -> Sql.of("kith_sum(array[{}])", Sql.join(", ", all)));
        forms.put(
                "average(number, …)",
                all -> Sql.of("kith_average(array[{}])", Sql.join(", ", all)));
        forms.put("isEven(number)", "(mod({}, 2) = 0)");
        addComparing(forms);
        forms.put("xor(boolean, boolean)", "({} <> {})");
        forms.put("isMissing(choices)", "(coalesce({}, '[]'::jsonb) = '[]'::jsonb)");
        forms.put("includes(choices, text)", "({} ? {})");
        forms.put("count(choices)", "jsonb_array_length(coalesce({}, '[]'::jsonb))::numeric");
    }

    private static void addComparing(Forms forms) {
        for (String kind : KINDS) {
            forms.put("isMissing(" + kind + ")", "({} is null)");
        }
        for (String kind : ORDERED) {
            forms.put("min(" + kind + ", …)", all -> Sql.of("least({})", Sql.join(", ", all)));
            forms.put("max(" + kind + ", …)", all -> Sql.of("greatest({})", Sql.join(", ", all)));
            forms.put(
                    "between(" + String.join(", ", kind, kind, kind) + ")",
                    "({} between {} and {})");
        }
    }
}

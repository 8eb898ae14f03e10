package kith.runtime.testing;

import java.util.regex.Pattern;

/** Breaks the one line of a rendered statement, so that differences can be read. */
public final class SqlLayout {

    private static final Pattern BREAK =
            Pattern.compile(
                    "(?<!left) (?=(from|where|order by|left join|join|union all|and exists|and not exists)\\b)");
    private static final Pattern KEY = Pattern.compile("(?<=[,(]) ?(?='[_A-Za-z][_0-9A-Za-z]*', )");

    private SqlLayout() {}

    public static String of(String sql) {
        String clauses = BREAK.matcher(sql).replaceAll("\n");
        String keys = KEY.matcher(clauses).replaceAll("\n");
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (String line : keys.lines().toList()) {
            text.append("  ".repeat(Math.max(0, depth))).append(line.strip()).append('\n');
            depth += (int) (count(line, '(') - count(line, ')'));
        }
        return text.toString();
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(each -> each == wanted).count();
    }
}

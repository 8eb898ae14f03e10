package kith.script.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes rules of rules: words are dropped, doubled, swapped, exchanged and wrapped. */
record Mutations(List<String> rules, RandomGenerator random) {

    private static final int MOST_CHANGES = 4;

    private static final Pattern WORD =
            Pattern.compile("\\s+|\\w+|'[^'\\n]*'|\"[^\"\\n]*\"|.", Pattern.DOTALL);

    /** What an attacker would like to see in a rule, and what breaks compilers. */
    private static final List<String> WORDS =
            List.of(
                    ".class",
                    ".getClass()",
                    ".metaClass",
                    ".@name",
                    "System",
                    "this",
                    "super",
                    "owner",
                    "delegate",
                    "it",
                    "null",
                    "as File",
                    "as Class",
                    "as Opportunity",
                    "(Object)",
                    "0",
                    "-1",
                    "2147483647",
                    "9223372036854775808G",
                    "1e400",
                    "0.1",
                    "''",
                    "[]",
                    "[:]",
                    "*.name",
                    "?.name",
                    "[0]",
                    "[-1]",
                    "['name']",
                    "++",
                    "--",
                    "<<",
                    "**",
                    "..",
                    "==~",
                    "=~",
                    "?:",
                    "!",
                    "in",
                    "instanceof",
                    "new",
                    "return",
                    "break",
                    "continue",
                    "throw",
                    "record",
                    "old",
                    "crm",
                    "log",
                    "limits",
                    "def",
                    "static",
                    "final",
                    "Object",
                    "String",
                    "BigDecimal",
                    "List<Object>",
                    "Opportunity",
                    "record.account.parent",
                    "crm.query('Task')",
                    "'x' * 1000",
                    "(1..1000)",
                    "\"${record}\"",
                    "\"${-> record.name}\"",
                    "{ it }",
                    "{ -> }",
                    ".each { it }",
                    ".collect { it }",
                    ".inject(0) { a, b -> a }",
                    ".sort()",
                    ".toString()",
                    ".replaceAll('a', 'b')",
                    ".execute()",
                    ".text",
                    "/a+/",
                    ";",
                    "\n",
                    ",",
                    ".",
                    "(",
                    ")",
                    "{",
                    "}",
                    "[",
                    "]");

    private static final List<String> WRAPS =
            List.of(
                    "while (true) {%n%s%n}",
                    "try {%n%s%n} catch (Exception e) { log.info(e.message) } finally { log.info('x') }",
                    "def f0 = {%n%s%n}%nf0()",
                    "def f1() {%n%s%n}%nreturn f1()",
                    "for (x0 in 1..3) {%n%s%n}",
                    "[1, 2].each { x1 ->%n%s%n}",
                    "if (record.amount > 1) {%n%s%n}",
                    "return (%s)",
                    "\"${%s}\"");

    /** Most changes are of whole lines, so that a good part of the mutants compiles. */
    String next() {
        String text = changedLines(pick(rules));
        if (random.nextInt(3) == 0) {
            List<String> words = words(text);
            change(words);
            text = String.join("", words);
        }
        return random.nextInt(5) == 0 ? pick(WRAPS).replace("%n", "\n").replace("%s", text) : text;
    }

    private String changedLines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int changes = random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            int at = random.nextInt(lines.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> remove(lines, at);
                case 1 -> lines.addAll(at, pick(rules).lines().toList());
                case 2 -> lines.addAll(at, part(lines));
                default -> lines.add(at, pick(pick(rules).lines().toList()));
            }
        }
        return String.join("\n", lines);
    }

    private void change(List<String> words) {
        int at = words.isEmpty() ? 0 : random.nextInt(words.size());
        switch (random.nextInt(7)) {
            case 0 -> remove(words, at);
            case 1 -> words.add(at, pick(WORDS));
            case 2 -> {
                remove(words, at);
                words.add(Math.min(at, words.size()), pick(WORDS));
            }
            case 3 -> words.addAll(at, part(words));
            case 4 -> words.addAll(at, part(words(pick(rules))));
            case 5 -> {
                List<String> moved = part(words);
                words.addAll(Math.min(at, words.size()), moved);
            }
            default -> {
                List<String> part = part(words);
                words.removeAll(part);
                words.addAll(part);
            }
        }
    }

    private static void remove(List<String> words, int at) {
        if (at < words.size()) {
            words.remove(at);
        }
    }

    private List<String> part(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        int from = random.nextInt(words.size());
        int to = Math.min(words.size(), from + 1 + random.nextInt(25));
        return List.copyOf(words.subList(from, to));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}

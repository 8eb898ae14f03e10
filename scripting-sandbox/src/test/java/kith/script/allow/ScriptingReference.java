package kith.script.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kith.script.Limits;
import kith.script.corpus.CorpusFiles;
import org.objectweb.asm.Type;

/** The reference of rules, written from the allow-list, the limits and the rules of the corpus. */
final class ScriptingReference {

    private static final String HEAD =
            """
            # Rules

            Written from the allow-list, the limits and the rules that the tests run; do not edit it by hand.

            A rule is a Groovy script that runs before or after records are created, updated, deleted or restored, or when somebody presses
            its button. It is compiled when it is saved; a wrong object, field, call or type is a mistake with its line then. A rule is
            called for each record, or, where it says `per: BATCH`, once for all records that are written together. With `when`, an
            [expression](expressions.md), it is called only for records for which that holds; a button refuses the others. It has the rights
            of whoever writes, or with `runAs: SYSTEM` all. It is given:

            | name | what |
            |---|---|
            | `record` | for each record: the one that is being written; its fields are read as properties, and set before create and update and on a button |
            | `old` | for each record: the record as it was, `null` for a new one; read-only |
            | `records` | per batch: the list of all records, each with its former state as `r.old` |
            | `isNew` | whether the records are being created |
            | `moment` | `BEFORE_CREATE`, `AFTER_CREATE`, `BEFORE_UPDATE`, `AFTER_UPDATE`, `BEFORE_DELETE`, `AFTER_DELETE`, `BEFORE_RESTORE`, `AFTER_RESTORE` or `BUTTON` |
            | `crm` | other records: found, made, changed and deleted by the name of their object |
            | `log` | lines for the log |
            | `limits` | what the transaction may still spend |
            | `today()`, `now()` | the moment of the transaction, in the tenant's time zone |

            `throw new RuleError('field', 'reason')` refuses the record; `record.addError('field', 'reason')` does too and goes on. What is
            not on this page is not available: there are no classes, imports, annotations, arrays, threads, files or network.

            What a rule writes with `crm` is collected while it runs for all records and then written together, in the transaction of the
            write, by the way of every write: other rules run, validations refuse. A rule that runs before create or update, or on a button,
            writes when its records are saved, and its queries do not find that yet; other rules find in a query what they wrote before it.
            `crm.get` always gives a record as the rule left it. Rules may set off one another as deep as the limit `ruleNesting`; the error names all
            of them, from the first to the last. An update that changes nothing sets off no rule. Deleting takes along the parts of a
            record, and their rules run too; what is removed from the bin for ever is deleted already, and no rule runs.

            A rule on `BUTTON` is set off by people, or by the API. It runs for at most 1,000 records at once, which are there and locked; what
            it sets is saved as an update, so that the rules and validations of an update have their say. It may be on other moments as well.
            `place` says whether its button stands on the page of a `RECORD`, at the `LIST` or both; `visibleWhen`, an expression, where the
            page shows it, and protects nothing: that is what `when` is for.
            """;

    /** What stands for a receiver in the lists of Groovy's methods. */
    private static final String GROOVY_METHODS = "org/codehaus/groovy/runtime/\\w+GroovyMethods";

    private static final Map<String, String> GIVEN =
            Map.of(
                    "ScriptCrm", "crm",
                    "ScriptLog", "log",
                    "ScriptLimits", "limits",
                    "ScriptObject", "record",
                    "ScriptClock", "today() and now()");

    private ScriptingReference() {}

    static String text(List<CorpusFiles.Entry> examples) {
        return HEAD + limits() + calls() + examples(examples);
    }

    private static String limits() {
        var text =
                new StringBuilder(
                        """

                        ## Limits

                        All rules that one transaction sets off share them. An operator may set others for a plan. Where four fifths are spent, the
                        log says so; where a limit is exceeded, nothing is written and the error names the limit, the rule and the line.

                        | limit | somebody waits | jobs |
                        |---|---|---|
                        """);
        Map<String, Long> jobs = Limits.asynchronous().numbers();
        Limits.synchronous()
                .numbers()
                .forEach((name, number) ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "| `%s`%s | %,d | %,d |%n",
                                        name,
                                        name.equals("wallTime") ? " (milliseconds)" : "",
                                        number,
                                        jobs.get(name))));
        return text
                + "\nBeside them: texts of 1,000,000 characters, collections of 100,000 elements, numbers of 400 digits.\n";
    }

    private static String calls() {
        SortedMap<String, SortedMap<String, String>> byReceiver = new TreeMap<>();
        for (String file : AllowList.lines("index.txt")) {
            String owner = file.replace(".txt", "").replace('.', '/');
            for (String line : AllowList.lines(file)) {
                add(AllowListLine.parse(owner, line), byReceiver);
            }
        }
        var text = new StringBuilder("\n## What may be called\n");
        byReceiver.forEach((receiver, calls) -> {
            text.append("\n### ")
                    .append(receiver)
                    .append("\n\n| call | cost, or why |\n|---|---|\n");
            calls.forEach((call, reason) ->
                    text.append("| `").append(call).append("` | ").append(reason).append(" |\n"));
        });
        return text.toString();
    }

    private static void add(
            AllowListLine line, SortedMap<String, SortedMap<String, String>> byReceiver) {
        List<String> parameters = new ArrayList<>();
        for (Type type :
                line.isField() ? new Type[0] : Type.getArgumentTypes(line.arguments() + "V")) {
            parameters.add(simple(type.getClassName()));
        }
        String receiver;
        if (line.owner().matches(GROOVY_METHODS)) {
            receiver = parameters.isEmpty() ? "" : parameters.removeFirst();
        } else if (line.owner().startsWith("org/") || line.owner().endsWith("/Comparisons")) {
            // What the compiler makes of operators; nobody writes it.
            return;
        } else {
            receiver = simple(line.owner().replace('/', '.'));
        }
        String call =
                (line.isStatic() && !line.owner().matches(GROOVY_METHODS) ? receiver + "." : "")
                        + (line.isConstructor() ? "new " + receiver : line.name())
                        + (line.isField() ? "" : "(" + String.join(", ", parameters) + ")");
        byReceiver
                .computeIfAbsent(GIVEN.getOrDefault(receiver, receiver), _ -> new TreeMap<>())
                .put(call, line.reason());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static String examples(List<CorpusFiles.Entry> examples) {
        return "\n## Examples\n"
                + examples.stream()
                        .map(example ->
                                "\n%s:\n\n```groovy\n%s\n```\n"
                                        .formatted(
                                                title(example.heading()),
                                                example.text()
                                                        .lines()
                                                        .skip(1)
                                                        .collect(Collectors.joining("\n"))
                                                        .strip()))
                        .collect(Collectors.joining());
    }

    private static String title(String heading) {
        String words = heading.replaceFirst("^// ", "").replaceFirst(" \\|.*", "");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The types that the page names, for whoever looks for one. */
    static Set<String> receivers(String text) {
        return text.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

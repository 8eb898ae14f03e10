package kith.script.compile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Groovy's complaints in the words of rules: without its packages and its advice to programmers.
 */
final class CompilerMessages {

    private record Wording(Pattern groovy, Code code, String ours) {
        Wording(String groovy, Code code, String ours) {
            this(Pattern.compile(groovy, Pattern.DOTALL), code, ours);
        }
    }

    private static final List<Wording> WORDINGS =
            List.of(
                    new Wording(
                            "unable to resolve class (\\S+).*",
                            Code.UNKNOWN_NAME,
                            "there is no type '$1'"),
                    new Wording(
                            "Cannot find matching method ([\\w ]+)#(\\w+)\\((.*?)\\)\\..*",
                            Code.UNKNOWN_NAME,
                            "$1 has no method $2($3)"),
                    new Wording(
                            "Cannot find matching method (.*?)\\. Please.*",
                            Code.UNKNOWN_NAME,
                            "there is no method $1"),
                    new Wording(
                            "Cannot find matching constructor (.*)",
                            Code.UNKNOWN_NAME,
                            "there is no constructor $1"),
                    new Wording(
                            "Cannot set read-only property: (\\w+)(?: for class: (\\w+))?.*",
                            Code.READ_ONLY_FIELD,
                            "'$1' is read-only"),
                    new Wording(
                            "[Cc]annot (?:modify|set|assign).*?final (?:field|property|variable)"
                                    + " '?(?:\\w+\\.)?(\\w+)'?.*",
                            Code.READ_ONLY_FIELD,
                            "'$1' is read-only"),
                    new Wording(
                            "No such property: (\\w+) for class: (\\w+)",
                            Code.UNKNOWN_NAME,
                            "$2 has no property '$1'"),
                    new Wording(
                            "The variable \\[(\\w+)\\] is undeclared\\.",
                            Code.UNKNOWN_NAME,
                            "there is no variable '$1'"),
                    new Wording(
                            "Cannot assign value of type (.+?) to variable of type (.+?)",
                            Code.TYPE_MISMATCH,
                            "a $1 cannot be assigned to a $2"),
                    new Wording(
                            "The variable \\[(\\w+)\\] is declared final but is reassigned.*",
                            Code.READ_ONLY_FIELD,
                            "'$1' is final"),
                    new Wording(
                            "Access to (\\w+)#(\\w+) is forbidden",
                            Code.UNKNOWN_NAME,
                            "$1 has no property '$2'"),
                    new Wording(
                            "Ambiguous prototypes for closure.*",
                            Code.TYPE_MISMATCH,
                            "write the type of the closure's value, as in { String each -> .. }"),
                    new Wording(
                            "Cannot return value of type (.+?) (?:for|on) .* returning (.+?)",
                            Code.TYPE_MISMATCH,
                            "a $1 cannot be returned as a $2"));

    private static final Pattern CHECKER_PREFIX = Pattern.compile("^\\[Static type checking\\] - ");
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z][\\w$]*\\.)+(?=[A-Z])");
    private static final Pattern MIXED =
            Pattern.compile("\\(\\w+(?:<[\\w, ]*>)?(?: & \\w+(?:<[\\w, ]*>)?)+\\)");
    private static final Pattern GIVEN = Pattern.compile("\\bScript(Crm|Log|Limits)\\b");
    private static final Pattern POSITION = Pattern.compile(" @ line \\d+, column \\d+\\.?");

    private CompilerMessages() {}

    static @Nullable ScriptProblem translate(Message message) {
        return switch (message) {
            case SyntaxErrorMessage syntax -> translate(syntax.getCause());
            case ExceptionMessage _ -> new ScriptProblem(0, 0, Code.SYNTAX, "not a rule", null);
            default -> null;
        };
    }

    private static ScriptProblem translate(SyntaxException syntax) {
        String original = String.valueOf(syntax.getOriginalMessage());
        boolean isTypeError = CHECKER_PREFIX.matcher(original).find();
        String text = CHECKER_PREFIX.matcher(original).replaceFirst("");
        text = POSITION.matcher(PACKAGES.matcher(text).replaceAll("")).replaceAll("").strip();
        text = GIVEN.matcher(text).replaceAll(name -> name.group(1).toLowerCase(Locale.ROOT));
        text = MIXED.matcher(text).replaceAll(RuleTypeChecking.MIXED_KINDS);
        for (Wording wording : WORDINGS) {
            Matcher matcher = wording.groovy().matcher(text);
            if (matcher.matches()) {
                return problem(syntax, wording.code(), matcher.replaceFirst(wording.ours()));
            }
        }
        return problem(syntax, isTypeError ? Code.TYPE_MISMATCH : Code.SYNTAX, text);
    }

    private static ScriptProblem problem(SyntaxException syntax, Code code, String text) {
        return new ScriptProblem(
                Math.max(0, syntax.getStartLine()),
                Math.max(0, syntax.getStartColumn()),
                code,
                text,
                null);
    }
}

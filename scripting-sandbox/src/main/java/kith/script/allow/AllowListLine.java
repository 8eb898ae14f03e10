package kith.script.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a list: {@code substring(int) -> Texts.substring # copies; charged by its length}. A
 * method is written with its parameters, after {@code static} where it is, a constructor as {@code
 * new(…)}, a static field by its name alone. Every line ends with the reason why it is there.
 *
 * @param arguments descriptor of the parameters in parentheses; empty for a field
 * @param replacement class and method of the rule library
 */
record AllowListLine(
        String owner,
        boolean isStatic,
        String name,
        String arguments,
        Optional<String> replacement,
        String reason) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<static>static )?(?<name>[\\w$]+)(?:\\((?<parameters>[^)]*)\\))?"
                            + "(?: -> (?<replacement>\\w+\\.\\w+))? # (?<reason>\\S.*)");

    static AllowListLine parse(String owner, String line) {
        var matcher = SHAPE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of an allow-list: " + line);
        }
        String parameters = matcher.group("parameters");
        return new AllowListLine(
                owner,
                matcher.group("static") != null,
                matcher.group("name").equals("new") ? "<init>" : matcher.group("name"),
                parameters == null ? "" : "(" + descriptors(parameters) + ")",
                Optional.ofNullable(matcher.group("replacement")),
                matcher.group("reason"));
    }

    boolean isField() {
        return arguments.isEmpty();
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    private static String descriptors(String parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        List<String> descriptors = new ArrayList<>();
        for (String parameter : parameters.split(",", -1)) {
            descriptors.add(TypeNames.descriptor(parameter));
        }
        return String.join("", descriptors);
    }
}

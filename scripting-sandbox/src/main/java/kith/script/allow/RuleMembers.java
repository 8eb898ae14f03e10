package kith.script.allow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;

/** What rules may call on a value, for whoever helps to write them. */
public final class RuleMembers {

    private static final String GROOVY_METHODS = "org/codehaus/groovy/runtime/\\w+GroovyMethods";

    private static final List<AllowListLine> LINES = read();
    private static final Map<String, List<Member>> KNOWN = new ConcurrentHashMap<>();

    private RuleMembers() {}

    /**
     * A method, or a property that a method without parameters stands for.
     *
     * @param parameters simple names of types
     */
    public record Member(String name, List<String> parameters, boolean isProperty) {

        public Member {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * By name.
     *
     * @param type internal name, e.g. {@code java/lang/String}
     */
    public static List<Member> of(String type) {
        return KNOWN.computeIfAbsent(type, RuleMembers::members);
    }

    private static List<Member> members(String type) {
        Set<String> types = AllowList.supertypes(type);
        Map<String, Member> found = new LinkedHashMap<>();
        for (AllowListLine line : LINES) {
            if (line.isField() || line.isConstructor()) {
                continue;
            }
            List<Type> parameters =
                    new ArrayList<>(Arrays.asList(Type.getArgumentTypes(line.arguments() + "V")));
            if (line.owner().matches(GROOVY_METHODS)) {
                if (parameters.isEmpty()
                        || !types.contains(parameters.removeFirst().getInternalName())) {
                    continue;
                }
            } else if (line.isStatic() || !types.contains(line.owner())) {
                continue;
            }
            Member member = member(line.name(), parameters);
            found.putIfAbsent(member.name() + member.parameters(), member);
        }
        return found.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static Member member(String name, List<Type> parameters) {
        boolean isProperty =
                parameters.isEmpty() && name.matches("get[A-Z]\\w*") && !name.equals("getClass");
        return isProperty
                ? new Member(
                        Character.toLowerCase(name.charAt(3)) + name.substring(4), List.of(), true)
                : new Member(name, parameters.stream().map(RuleMembers::simple).toList(), false);
    }

    private static String simple(Type type) {
        String name = type.getClassName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static List<AllowListLine> read() {
        List<AllowListLine> lines = new ArrayList<>();
        for (String file : AllowList.lines("index.txt")) {
            String owner = file.replace(".txt", "").replace('.', '/');
            AllowList.lines(file).forEach(line -> lines.add(AllowListLine.parse(owner, line)));
        }
        return lines;
    }
}

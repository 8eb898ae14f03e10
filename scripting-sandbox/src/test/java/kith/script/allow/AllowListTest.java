package kith.script.allow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Type;

class AllowListTest {

    static List<String> files() {
        return AllowList.lines("index.txt");
    }

    static Stream<AllowListLine> lines() {
        return files().stream()
                .flatMap(file ->
                        AllowList.lines(file).stream()
                                .map(line -> AllowListLine.parse(owner(file), line)));
    }

    static Stream<AllowListLine> replacedLines() {
        return lines().filter(line -> line.replacement().isPresent() && !line.isConstructor());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyListIsSorted(String file) {
        assertThat(AllowList.lines(file)).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyLineNamesAMemberThatExistsAndGivesAReason(AllowListLine line) throws Exception {
        assertThat(line.reason()).isNotBlank();
        assertThat(memberType(line)).as("%s", line).isPresent();
    }

    @ParameterizedTest
    @MethodSource("replacedLines")
    void everyReplacementGivesWhatTheCallerExpects(AllowListLine line) throws Exception {
        Type wanted = memberType(line).orElseThrow();
        var replaced =
                (AllowedMember.Replaced)
                        AllowList.standard()
                                .exactly(line.owner(), line.name(), line.arguments())
                                .orElseThrow();
        Type given = Type.getReturnType(replaced.replacement());
        boolean fits =
                wanted.equals(given)
                        || wanted.equals(Type.VOID_TYPE)
                        || (wanted.getSort() >= Type.ARRAY && given.getSort() >= Type.ARRAY);
        assertThat(fits).as("%s returns %s, wanted %s", line, given, wanted).isTrue();
    }

    @Test
    void everyTypeExists() {
        assertThat(AllowList.lines("types.txt"))
                .isSorted()
                .allSatisfy(line -> Class.forName(line.replaceFirst(" # .+", "")));
    }

    @Test
    void namesNothingOfGroovyAsAType() {
        assertThat(AllowList.lines("types.txt"))
                .noneMatch(line -> line.startsWith("groovy") || line.startsWith("org."));
    }

    @Test
    void refusesWhatNoLineNames() {
        var list = AllowList.standard();
        assertThat(list.call("java/lang/String", "getBytes", "()")).isEmpty();
        assertThat(list.call("java/lang/Object", "getClass", "()")).isEmpty();
        assertThat(list.call("java/lang/Object", "wait", "()")).isEmpty();
        assertThat(list.isType("java/lang/System")).isFalse();
        assertThat(list.isType("java/lang/Class")).isFalse();
        assertThat(list.isType("kith/script/meter/Meter")).isFalse();
    }

    @Test
    void findsACallInTheListOfASupertype() {
        assertThat(AllowList.standard().call("java/util/ArrayList", "size", "()"))
                .isEqualTo(Optional.of(new AllowedMember.Direct("java/util/List", "size", "()")));
    }

    private static Optional<Type> memberType(AllowListLine line) throws Exception {
        Class<?> owner = Class.forName(line.owner().replace('/', '.'));
        if (line.isField()) {
            return Optional.of(Type.getType(owner.getField(line.name()).getType()));
        }
        if (line.isConstructor()) {
            return Arrays.stream(owner.getConstructors())
                    .filter(each ->
                            Type.getConstructorDescriptor(each).startsWith(line.arguments()))
                    .findFirst()
                    .map(_ -> Type.VOID_TYPE);
        }
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(each -> each.getName().equals(line.name()))
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .filter(each -> Modifier.isStatic(each.getModifiers()) == line.isStatic())
                .filter(each -> Type.getMethodDescriptor(each).startsWith(line.arguments()))
                .min(Comparator.comparing(Method::isBridge))
                .map(Type::getReturnType);
    }

    private static String owner(String file) {
        return file.replace(".txt", "").replace('.', '/');
    }
}

package kith.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kith.metadata.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ErrorReferenceTest {

    private static final Pattern PARAGRAPH =
            Pattern.compile("^### ([A-Z_0-9]+)\\n\\S", Pattern.MULTILINE);

    @Test
    void explainsEachCodeOnce() throws IOException {
        assertThat(documented())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void usesEachCodeForOneReasonOnly() {
        assertThat(codes()).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> documented() throws IOException {
        String page = Files.readString(Path.of("../../docs/errors.md"));
        return PARAGRAPH.matcher(page).results().map(match -> group(match)).toList();
    }

    private static String group(MatchResult match) {
        return match.group(1);
    }

    private static List<String> codes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("kith")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .flatMap(ErrorReferenceTest::constants)
                        .toList();
    }

    private static Stream<String> constants(JavaClass type) {
        return Arrays.stream(type.reflect().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name());
    }
}

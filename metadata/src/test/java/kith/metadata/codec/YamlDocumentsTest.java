package kith.metadata.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kith.metadata.problem.ProblemException;
import kith.metadata.resolve.Catalogs;
import org.junit.jupiter.api.Test;

class YamlDocumentsTest {

    @Test
    void readsSeveralDocumentsEachWithItsLine() {
        List<YamlDocuments.YamlDocument> documents =
                YamlDocuments.read(
                        "Account.yaml",
                        """
                        # accounts
                        kind: Object
                        name: Account
                        ---
                        ---
                        kind: Field
                        name: size
                        """);

        assertThat(documents)
                .extracting(YamlDocuments.YamlDocument::path)
                .containsExactly(List.of("Account.yaml:2"), List.of("Account.yaml:6"));
        assertThat(documents.getLast().document().path("name").asString()).isEqualTo("size");
    }

    @Test
    void tellsTheLineOfTextThatIsNoYaml() {
        assertThatThrownBy(() -> YamlDocuments.read("a.yaml", "kind: Object\nname: [a\n---\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> {
                            assertThat(refusal.problems().getFirst().code())
                                    .isEqualTo(DocumentProblem.DOCUMENT_UNREADABLE);
                            assertThat(refusal.problems().getFirst().path().toString())
                                    .matches("\\[a.yaml:[23]]");
                        });
    }

    @Test
    void refusesAPropertyThatIsThereTwice() {
        assertThatThrownBy(() -> YamlDocuments.read("a.yaml", "kind: Object\nkind: Field\n"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void readsAnEmptyFile() {
        assertThat(YamlDocuments.read("a.yaml", "")).isEmpty();
        assertThat(YamlDocuments.read("a.yaml", "# nothing\n")).isEmpty();
    }

    @Test
    void gathersTheProblemsOfAllDocumentsOfAFile() {
        assertThatThrownBy(() ->
                        ComponentFiles.read(
                                "a.yaml", "kind: Object\n---\nkind: Rule\nname: b\n", Catalogs.IDS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal ->
                                assertThat(refusal.problems())
                                        .extracting(problem -> problem.path().getFirst())
                                        .containsExactly(
                                                "a.yaml:1", "a.yaml:3", "a.yaml:3", "a.yaml:3"));
    }
}

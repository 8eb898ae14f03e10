package kith.script.allow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kith.script.corpus.CorpusFiles;
import org.junit.jupiter.api.Test;

class ScriptingReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "scripting.md");

    /** With {@code -Dkith.docs.write=true} the page is written anew. */
    @Test
    void isWhatTheAllowListSays() throws Exception {
        String text = ScriptingReference.text(new CorpusFiles("benign").entries());
        if (Boolean.getBoolean("kith.docs.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).content().isEqualTo(text);
    }

    @Test
    void namesWhatARuleIsGivenAndNothingOfTheHost() throws Exception {
        String text = ScriptingReference.text(new CorpusFiles("benign").entries());
        assertThat(ScriptingReference.receivers(text))
                .contains("crm", "log", "limits", "record", "String", "List", "Map", "BigDecimal")
                .noneMatch(receiver -> receiver.startsWith("Script"));
    }
}

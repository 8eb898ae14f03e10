package kith.script.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[^@\\s]+@[^@\\s]+\\.[a-zA-Z]{2,}",
                "^(\\+\\d{1,3})?[ -]?(\\(\\d+\\))?([ -]?\\d+)*$",
                "https?://([a-z0-9-]+\\.)*[a-z]{2,}(:\\d+)?(/[^?#]*)?(\\?[^#]*)?(#.*)?",
                "(?i)\\b(mr|mrs|ms|dr)\\.?\\s+(\\w+)",
                "(a|b|c)(d|e|f)(g|h)(i|j)(k|l)(m|n)(o|p)(q|r)(s|t)(u|v)(w|x)",
                "\\d*\\.?\\d*,?\\d*\\.?\\d*e?\\d*"
            })
    void countsFewForWhatPeopleWrite(String pattern) {
        assertThat(PatternPaths.count(pattern)).isLessThanOrEqualTo(16);
    }

    @Test
    void multipliesWhatMayBeEmptyInMoreThanOneWay() {
        assertThat(PatternPaths.count("(|)(|)(|)x")).isEqualTo(8);
        assertThat(PatternPaths.count("()?()?x")).isEqualTo(4);
        assertThat(PatternPaths.count("(?:$|\\z|\\b)(?=a|)")).isEqualTo(3);
        assertThat(PatternPaths.count("()(\\1|\\1)(?<a>|)\\k<a>")).isEqualTo(4);
        assertThat(PatternPaths.count("(){1000}")).isEqualTo(2_000);
    }

    @Test
    void countsEachLengthForWhichAPatternLooksBehind() {
        assertThat(PatternPaths.count("(?<=USD |EUR )1")).isEqualTo(1);
        assertThat(PatternPaths.count("(?<=US |EURO )1")).isEqualTo(3);
        assertThat(PatternPaths.count("(?<!\\A.{0,999})")).isEqualTo(1_000);
        assertThat(PatternPaths.count("(?<!\\A.{3})(?<=a{2,4}b?)")).isEqualTo(4);
        assertThat(PatternPaths.count("(?<!(?<!\\A.{0,9})\\A.{0,9})")).isEqualTo(100);
        assertThat(PatternPaths.count("(?<=a*)")).isGreaterThan(1_000_000);
    }

    @Test
    void endsClassesAndQuotesWhereTheyEnd() {
        assertThat(PatternPaths.count("[^^](|)]")).isEqualTo(2);
        assertThat(PatternPaths.count("[](|)](|)")).isEqualTo(2);
        assertThat(PatternPaths.count("[a[b](|)](|)")).isEqualTo(2);
        assertThat(PatternPaths.count("\\Q[(|)\\E(|)")).isEqualTo(2);
        assertThat(PatternPaths.count("\\[(|)\\(")).isEqualTo(2);
        assertThat(PatternPaths.count("\\c[(|)")).isEqualTo(2);
    }

    @Test
    void readsWhatIsNoPatternToItsEnd() {
        assertThat(PatternPaths.count(")(|)")).isEqualTo(2);
        assertThat(PatternPaths.count("((|)")).isEqualTo(2);
        assertThat(PatternPaths.count("[(|)")).isEqualTo(1);
        assertThat(PatternPaths.count("a{2\\")).isEqualTo(1);
    }
}

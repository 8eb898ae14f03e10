package kith.runtime.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nancy Davolio | nancy,davolio",
                "Müller | muller,mueller",
                "MÜLLER | muller,mueller",
                "Mu\u0308ller | muller,mueller",
                "Mueller | mueller",
                "Straße | strasse",
                "Café René | cafe,rene",
                "Łódź | lodz",
                "Ærø | aero,aeroe",
                "Ünal Özgür | unal,uenal,ozgur,oezguer",
                "O'Brien-Smith | o,brien,smith",
                "nancy.davolio@northwind.example | nancy,davolio,northwind,example",
                "https://www.acme.example/a_b?c=1 | https,www,acme,example,a,b,c,1",
                "ﬁnance ½ ① | finance",
                "Ω Ἀθῆναι | ω,αθηναι",
                "Йод | иод",
                "東京都 | 東,京,都",
                "שָׁלוֹם | שלום",
                "CASE-00012 | case,00012,12",
                "iPhone12 | iphone12"
            })
    void foldsWords(String text, String words) {
        assertThat(forms(text)).containsExactly(words.split(","));
    }

    @Test
    void findsNumbersHoweverTheyAreGrouped() {
        assertThat(forms("+49 (30) 123-456"))
                .containsExactly("49", "30", "123", "456", "4930123456", "30123456", "123456");
        assertThat(forms("030/123456")).contains("30123456");
        assertThat(forms("call 12 or 34")).containsExactly("call", "12", "or", "34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%_'\"\\--;", "\u0000\u0007\u001b", "😀🎉", "\u202e\u200f"})
    void findsNothingWhereThereAreNoWords(String text) {
        assertThat(forms(text)).isEmpty();
    }

    @Test
    void survivesHalvesOfCharacters() {
        assertThat(forms("a\ud83d b\udc00")).containsExactly("a", "b");
    }

    @Test
    void tellsWhereWordsStandInCodePoints() {
        assertThat(TextWords.of("😀 Zoë Ünal", 10))
                .containsExactly(
                        new Word("zoe", 3, 6), new Word("unal", 7, 11), new Word("uenal", 7, 11));
    }

    @Test
    void keepsTheFirstOfEqualWords() {
        assertThat(TextWords.of("to be or not to be", 10))
                .extracting(Word::form)
                .containsExactly("to", "be", "or", "not");
    }

    @Test
    void boundsWordsAndTexts() {
        assertThat(TextWords.of("x".repeat(10_000), 10))
                .containsExactly(new Word("x".repeat(40), 1, 101));
        assertThat(TextWords.of("a b c d e f", 3)).hasSize(3);
    }

    private static List<String> forms(String text) {
        return TextWords.of(text, 100).stream().map(Word::form).toList();
    }
}

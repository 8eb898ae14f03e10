package kith.runtime.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void takesTheLastWordAndEachLongOneAsABeginning() {
        assertThat(SearchTerms.of("Nan D x").terms())
                .containsExactly(
                        new SearchTerm(List.of("nan"), true),
                        new SearchTerm(List.of("d"), false),
                        new SearchTerm(List.of("x"), true));
    }

    @Test
    void looksForUmlautsInBothSpellings() {
        assertThat(SearchTerms.of("Müller").terms())
                .containsExactly(new SearchTerm(List.of("muller", "mueller"), true));
    }

    @Test
    void takesANumberInGroupsAsOne() {
        assertThat(SearchTerms.of("030 - 123 456 Davolio").terms())
                .extracting(SearchTerm::forms)
                .containsExactly(List.of("30123456"), List.of("davolio"));
    }

    @Test
    void looksForANumberWithAndWithoutItsZeros() {
        assertThat(SearchTerms.of("03012345").terms().getFirst().forms())
                .containsExactly("03012345", "3012345");
        assertThat(SearchTerms.of("00012").terms().getFirst().forms()).containsExactly("00012");
    }

    @Test
    void countsEachWordOnceAndNoMoreThanEight() {
        assertThat(SearchTerms.of("so so SO").terms()).hasSize(1);
        String many =
                IntStream.range(0, 500)
                        .mapToObj(number -> "word" + number)
                        .collect(Collectors.joining(" "));
        assertThat(SearchTerms.of(many).terms()).hasSize(SearchTerms.MOST);
    }

    @Test
    void hasNoTermsWithoutWords() {
        assertThat(SearchTerms.of("%%% ''' \\ \u0000").isEmpty()).isTrue();
    }

    @Test
    void sharesAVariantWithEachTypingError() {
        SearchTerm term = new SearchTerm(List.of("davolio"), true);
        for (String wrong :
                List.of("davoli", "davollio", "davokio", "dvaolio", "avolio", "davolioo")) {
            assertThat(Typos.variants(wrong)).as(wrong).containsAnyElementsOf(term.variants());
        }
        assertThat(Typos.variants("davis")).doesNotContainAnyElementsOf(term.variants());
    }

    @Test
    void toleratesNoErrorsInShortWordsAndNumbers() {
        assertThat(Typos.variants("abc")).isEmpty();
        assertThat(Typos.variants("a1234")).isEmpty();
        assertThat(Typos.variants("x".repeat(30))).isEmpty();
        assertThat(Typos.variants("anna")).containsExactly("anna", "nna", "ana", "ann");
    }
}

package kith.runtime.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words by which a text is found, each at its first place. */
public final class TextWords {

    private TextWords() {}

    /**
     * @param most how many words of the text count
     */
    public static List<Word> of(String text, int most) {
        List<Token> tokens = Tokens.of(text, most);
        List<Word> words = new ArrayList<>();
        for (Token token : tokens) {
            words.add(new Word(token.plain(), token.at(), token.until()));
            if (token.isSpelledTwoWays()) {
                words.add(new Word(token.spelledOut(), token.at(), token.until()));
            }
            if (token.isNumber() && token.plain().startsWith("0")) {
                String digits = Token.withoutLeadingZeros(token.plain());
                words.add(new Word(digits, token.at(), token.until()));
            }
        }
        for (NumberRuns.Run run : NumberRuns.of(text, tokens)) {
            for (int group = 0; group < run.groups().size() - 1; group++) {
                words.add(run.from(group));
            }
        }
        Set<String> seen = new HashSet<>();
        words.removeIf(word -> !seen.add(word.form()));
        return words;
    }
}

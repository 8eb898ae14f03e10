package kith.runtime.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody looks for, as the words of a text; the last one may be unfinished. */
public record SearchTerms(List<SearchTerm> terms) {

    /** More words do not count. */
    public static final int MOST = 8;

    private static final int MOST_READ = 50;
    private static final int SHORTEST_BEGINNING = 2;

    /** So short a number is found as it is written. */
    private static final int SHORTEST_DIALLED = 5;

    public SearchTerms {
        terms = List.copyOf(terms);
    }

    /** The words of a text; none for a text that has none. */
    public static SearchTerms of(String text) {
        List<Token> tokens = Tokens.of(text, MOST_READ);
        Map<Integer, NumberRuns.Run> runs = new HashMap<>();
        NumberRuns.of(text, tokens).forEach(run -> runs.put(run.first(), run));
        List<SearchTerm> terms = new ArrayList<>();
        int next = 0;
        while (next < tokens.size()) {
            NumberRuns.Run run = runs.get(next);
            int after = next + (run == null ? 1 : run.groups().size());
            List<String> forms =
                    run == null ? forms(tokens.get(next)) : List.of(run.from(0).form());
            boolean isLast = after == tokens.size();
            SearchTerm term = new SearchTerm(forms, isLast || isLong(forms.getFirst()));
            if (terms.stream().noneMatch(known -> known.forms().equals(forms))) {
                terms.add(term);
            }
            next = after;
        }
        return new SearchTerms(terms.subList(0, Math.min(MOST, terms.size())));
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    private static boolean isLong(String form) {
        return form.codePointCount(0, form.length()) >= SHORTEST_BEGINNING;
    }

    private static List<String> forms(Token token) {
        if (token.isSpelledTwoWays()) {
            return List.of(token.plain(), token.spelledOut());
        }
        String dialled = Token.withoutLeadingZeros(token.plain());
        boolean isDialled =
                token.isNumber()
                        && dialled.length() >= SHORTEST_DIALLED
                        && !dialled.equals(token.plain());
        return isDialled ? List.of(token.plain(), dialled) : List.of(token.plain());
    }
}

package kith.runtime.word;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word that somebody looks for.
 *
 * @param forms the ways it may stand in texts
 * @param isBeginning whether words that begin so are found too
 */
public record SearchTerm(List<String> forms, boolean isBeginning) {

    /** No word has characters as high as this one. */
    private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

    /** No word has characters as low as this one. */
    private static final String LOWEST = "\u0001";

    public SearchTerm {
        forms = List.copyOf(forms);
    }

    /** The first text behind all words that a form finds. */
    public String behind(String form) {
        return form + (isBeginning ? HIGHEST : LOWEST);
    }

    /** The variants that words with a typing error share with it. */
    public Set<String> variants() {
        Set<String> variants = new LinkedHashSet<>();
        forms.forEach(form -> variants.addAll(Typos.variants(form)));
        return variants;
    }
}

package kith.runtime.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import kith.runtime.sql.StatementTemplate;

/**
 * Decides whether a statement has the names that its answer shows in its text, or is given them.
 * Customized tenants keep their fields in the same columns under other names, so what they ask
 * often differs in names alone; given these, it is one statement that PostgreSQL plans once, not
 * once for each tenant. A statement that is alone keeps its names and is spared the parameters.
 */
final class SharedTexts {

    private static final int MOST = 20_000;

    /**
     * By the hash of a text without names that of the first text with names. Two texts of the same
     * hash only cost parameters.
     */
    private final Cache<Integer, Integer> first = Caffeine.newBuilder().maximumSize(MOST).build();

    private final Interner<String> texts = Interner.newWeakInterner();

    /**
     * The better one of two templates of the same statement.
     *
     * @param named with the names in its text
     * @param nameless that is given them
     */
    StatementTemplate better(StatementTemplate named, StatementTemplate nameless) {
        int own = named.text().hashCode();
        boolean isAlone = first.get(nameless.text().hashCode(), _ -> own) == own;
        return sharing(isAlone ? named : nameless);
    }

    /** With the text of an equal one that is in use. */
    @SuppressWarnings("ReferenceEquality") // whether somebody had it before
    private StatementTemplate sharing(StatementTemplate template) {
        String text = texts.intern(template.text());
        return text == template.text() ? template : template.sharing(text);
    }
}

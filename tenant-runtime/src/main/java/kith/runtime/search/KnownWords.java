package kith.runtime.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;

/** Words whose variants this node knows to be in the table, the latest ones of all tenants. */
final class KnownWords {

    private static final int MOST = 50_000;

    private final Cache<Known, Boolean> known = Caffeine.newBuilder().maximumSize(MOST).build();

    private record Known(int tenant, String word) {}

    /** Those of which it is not known. */
    List<String> unknown(int tenant, Collection<String> words) {
        return words.stream()
                .filter(word -> known.getIfPresent(new Known(tenant, word)) == null)
                .toList();
    }

    /** Takes note of words, once their variants are committed. */
    void learn(int tenant, Collection<String> words) {
        words.forEach(word -> known.put(new Known(tenant, word), true));
    }
}

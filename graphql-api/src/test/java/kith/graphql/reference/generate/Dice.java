package kith.graphql.reference.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that repeats itself for the same seed. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from 0 to before the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between both, included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Whether it happened, of so many times in a hundred. */
    public boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    public long seed() {
        return random.nextLong();
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Different ones, in any order; fewer where there are not so many. */
    public <T> List<T> some(List<T> from, int least, int most) {
        List<T> mixed = new ArrayList<>(from);
        Collections.shuffle(mixed, random);
        return List.copyOf(mixed.subList(0, Math.min(mixed.size(), between(least, most))));
    }
}

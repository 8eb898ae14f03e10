package kith.script.library;

import kith.script.meter.Meter;

/**
 * A text that pays for each character that a pattern looks at.
 *
 * @param cost of a look, by what the pattern may do in between
 */
record MeteredText(String text, Meter meter, int cost) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        meter.tick(cost);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        Texts.charge(Math.max(0, end - start));
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}

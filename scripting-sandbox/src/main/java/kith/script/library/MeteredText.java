package kith.script.library;

import kith.script.meter.Meter;

/** A text that pays for each character that a pattern looks at. */
record MeteredText(String text, Meter meter) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        meter.tick(1);
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

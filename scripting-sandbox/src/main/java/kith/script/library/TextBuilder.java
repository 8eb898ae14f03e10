package kith.script.library;

/** Builds a text and pays for it as it grows. */
final class TextBuilder implements Appendable {

    private final StringBuilder text = new StringBuilder();

    TextBuilder append(String part) {
        Texts.chargeAppend(text.length(), part.length());
        text.append(part);
        return this;
    }

    @Override
    public TextBuilder append(CharSequence part) {
        return append(part.toString());
    }

    @Override
    public TextBuilder append(CharSequence part, int from, int to) {
        Texts.chargeAppend(text.length(), to - from);
        text.append(part, from, to);
        return this;
    }

    @Override
    public TextBuilder append(char character) {
        Texts.chargeAppend(text.length(), 1);
        text.append(character);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

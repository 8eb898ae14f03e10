package kith.script.library;

/** Builds a text and pays for it as it grows. */
final class TextBuilder {

    private final StringBuilder text = new StringBuilder();

    TextBuilder append(String part) {
        Texts.chargeAppend(text.length(), part.length());
        text.append(part);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

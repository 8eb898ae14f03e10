package kith.runtime.word;

/**
 * A word with all its forms.
 *
 * @param plain accents left out: {@code muller}
 * @param spelledOut umlauts written as two letters, {@code mueller}; else like the plain one
 */
record Token(String plain, String spelledOut, int at, int until) {

    boolean isNumber() {
        return plain.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    boolean isSpelledTwoWays() {
        return !plain.equals(spelledOut);
    }

    static String withoutLeadingZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }
}

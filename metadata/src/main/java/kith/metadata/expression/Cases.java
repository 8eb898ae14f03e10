package kith.metadata.expression;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Capital and small letters, piece by piece: for each character that becomes longer, such as {@code
 * ß}, the JDK copies all that it has so far.
 */
final class Cases {

    private static final int PIECE = 256;

    private Cases() {}

    static String upper(String text) {
        return inPieces(text, piece -> piece.toUpperCase(Locale.ROOT));
    }

    static String lower(String text) {
        return inPieces(text, piece -> piece.toLowerCase(Locale.ROOT));
    }

    private static String inPieces(String text, UnaryOperator<String> change) {
        if (text.length() <= PIECE) {
            return change.apply(text);
        }
        var result = new StringBuilder();
        for (int from = 0; from < text.length(); ) {
            int to = endOfPiece(text, from);
            result.append(change.apply(text.substring(from, to)));
            from = to;
        }
        return result.toString();
    }

    /** After a character that is no letter if there is one, for letters depend on neighbours. */
    private static int endOfPiece(String text, int from) {
        int most = from + PIECE;
        if (most >= text.length()) {
            return text.length();
        }
        for (int to = most; to > from + PIECE / 2; to--) {
            char last = text.charAt(to - 1);
            if (!Character.isLetter(last) && !Character.isSurrogate(last)) {
                return to;
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}

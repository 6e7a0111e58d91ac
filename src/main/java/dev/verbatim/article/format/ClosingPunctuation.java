package dev.verbatim.article.format;

import java.util.regex.Pattern;

/// How a sentence ends on the page, in any script: a mark, and perhaps quotation marks or brackets
/// that close behind it. Good enough for a whole line; sentences inside a line are
/// [dev.verbatim.article.sentence.SentenceSplitter]'s.
final class ClosingPunctuation {

    private static final Pattern END =
            Pattern.compile("[.!?…:;。！？։؟۔।][\\p{Pe}\\p{Pf}\\p{Pi}\"'\\s\\p{Z}]*+$");

    private ClosingPunctuation() {}

    static boolean ends(String line) {
        return END.matcher(line).find();
    }
}

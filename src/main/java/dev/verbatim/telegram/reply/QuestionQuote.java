package dev.verbatim.telegram.reply;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/// What of a long message a reply quotes, so that everybody sees what it replies to.
public final class QuestionQuote {

    // A shorter message is seen as a whole above the reply.
    private static final int LONG = 160;
    // Telegram's limit is 1024; more than this would hide the answer.
    private static final int LONGEST_QUOTE = 300;

    private QuestionQuote() {}

    /// The first sentence that asks something; empty when the message is short, or when none does.
    ///
    /// @return stands in the text exactly so
    public static Optional<String> find(String text) {
        if (text.length() < LONG) {
            return Optional.empty();
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = text.substring(start, end).strip();
            if (asks(sentence)) {
                return Optional.of(sentence);
            }
            start = end;
        }
        return Optional.empty();
    }

    private static boolean asks(String sentence) {
        return sentence.length() <= LONGEST_QUOTE
                && !sentence.contains("\n")
                && (sentence.endsWith("?") || sentence.endsWith("？") || sentence.endsWith("؟"));
    }
}

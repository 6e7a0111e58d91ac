package dev.verbatim.telegram.reply;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/// A finder of the sentence that a reply quotes from a long message, so that everyone in the chat
/// sees what it replies to.
final class QuestionQuote {

    // Of a shorter message, Telegram shows all above the reply.
    private static final int LONG_MESSAGE = 160;
    // Telegram's limit is 1024; more than this would hide the answer.
    private static final int MAX_QUOTE = 300;

    private QuestionQuote() {}

    /// The first sentence that asks something; empty when the message is short, or when none does.
    ///
    /// @return exactly as in the text
    static Optional<String> find(String text) {
        if (text.length() < LONG_MESSAGE) {
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
        return sentence.length() <= MAX_QUOTE
                && !sentence.contains("\n")
                && (sentence.endsWith("?") || sentence.endsWith("？") || sentence.endsWith("؟"));
    }
}

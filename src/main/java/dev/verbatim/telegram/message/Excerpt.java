package dev.verbatim.telegram.message;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// A part of a passage that fits into a message: the whole passage when possible.
///
/// @param span of the shown words in the article's text; inside the passage
public record Excerpt(Passage passage, TextSpan span) {

    /// Cuts a passage that is too long between sentences, and keeps those around the emphasis. A
    /// sentence that is too long is cut between words.
    ///
    /// @param room at least 1, in UTF-16 units
    public static Excerpt of(Passage passage, TextSpan emphasis, int room) {
        if (passage.span().length() <= room) {
            return new Excerpt(passage, passage.span());
        }
        return new Excerpt(passage, sentencesAround(passage, emphasis, room));
    }

    boolean isCutAtStart() {
        return span.start() > passage.span().start();
    }

    boolean isCutAtEnd() {
        return span.end() < passage.span().end();
    }

    String text() {
        return span.of(passage.article().text());
    }

    private static TextSpan sentencesAround(Passage passage, TextSpan emphasis, int room) {
        List<TextSpan> sentences = passage.sentences();
        List<TextSpan> touched = sentences.stream().filter(emphasis::overlaps).toList();
        TextSpan core = touched.isEmpty() ? emphasis : touched.getFirst().to(touched.getLast());
        if (core.length() > room) {
            return cut(passage.article().text(), emphasis, room);
        }
        return extended(core, sentences, room);
    }

    /// Adds one sentence after and one before, in turns, while they fit.
    private static TextSpan extended(TextSpan core, List<TextSpan> sentences, int room) {
        TextSpan wider = core;
        TextSpan before;
        do {
            before = wider;
            wider = withNext(wider, sentences, room);
            wider = withPrevious(wider, sentences, room);
        } while (!wider.equals(before));
        return wider;
    }

    private static TextSpan withNext(TextSpan span, List<TextSpan> sentences, int room) {
        return sentences.stream()
                .filter(sentence -> sentence.start() >= span.end())
                .findFirst()
                .map(span::to)
                .filter(longer -> longer.length() <= room)
                .orElse(span);
    }

    private static TextSpan withPrevious(TextSpan span, List<TextSpan> sentences, int room) {
        return sentences.reversed().stream()
                .filter(sentence -> sentence.end() <= span.start())
                .findFirst()
                .map(sentence -> sentence.to(span))
                .filter(longer -> longer.length() <= room)
                .orElse(span);
    }

    /// Cuts a place that is too long at the last blank in its second half, or else at the end of a
    /// grapheme.
    static TextSpan cut(String text, TextSpan place, int room) {
        if (place.length() <= room) {
            return place;
        }
        int limit = place.start() + room;
        for (int end = limit; end > place.start() + room / 2; end--) {
            if (Character.isWhitespace(text.charAt(end))) {
                return new TextSpan(place.start(), end);
            }
        }
        return new TextSpan(place.start(), characterBoundary(text, place, limit));
    }

    private static int characterBoundary(String text, TextSpan place, int limit) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(place.of(text));
        int end = place.start() + characters.preceding(limit - place.start() + 1);
        if (end > place.start()) {
            return end;
        }
        // A grapheme longer than a message has thousands of combining marks. Keep only a surrogate
        // pair whole.
        return Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit))
                ? limit - 1
                : limit;
    }

    /// A quotation of a message: all of it or a part, never another word.
    ///
    /// @param words exactly as in the message
    /// @param cutBefore whether the message has words before these
    /// @param cutAfter whether it has words after them
    public record MessageQuote(String words, boolean cutBefore, boolean cutAfter) {

        /// Strips the text. A text that is too long is cut between words, or at least between
        /// graphemes.
        ///
        /// @param room at least 1, in UTF-16 units
        public static MessageQuote of(String text, int room) {
            return of(text, text, room);
        }

        /// The same, from the sentence that matters on where the whole doesn't fit.
        ///
        /// @param sentence of the text
        public static MessageQuote of(String text, String sentence, int room) {
            String all = text.strip();
            if (all.length() <= room) {
                return new MessageQuote(all, false, false);
            }
            int start = Math.max(0, all.indexOf(sentence.strip()));
            TextSpan part = Excerpt.cut(all, new TextSpan(start, all.length()), room);
            return new MessageQuote(
                    part.of(all).stripTrailing(), start > 0, part.end() < all.length());
        }

        /// Whether the words are all of the message.
        public boolean whole() {
            return !cutBefore && !cutAfter;
        }
    }
}

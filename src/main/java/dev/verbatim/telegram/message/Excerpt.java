package dev.verbatim.telegram.message;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// As much of a passage as fits: one run of its text, the whole of it when possible.
///
/// @param span the words that are shown, in the article's text; inside the passage
public record Excerpt(Passage passage, TextSpan span) {

    /// A passage that is too long is cut between sentences, and keeps those around the emphasis; a
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

    /// Takes in one sentence after and one before, in turns, for as long as they fit.
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

    /// The beginning of a place that is too long: up to a blank when there is one in its second
    /// half, else up to the end of a character as a reader sees it.
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
        // One character longer than a message: thousands of combining marks. Only a pair is kept.
        return Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit))
                ? limit - 1
                : limit;
    }
}

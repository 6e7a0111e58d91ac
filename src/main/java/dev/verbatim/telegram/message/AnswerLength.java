package dev.verbatim.telegram.message;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The length of an answer: how much of the article it shows, word for word in any case.
public enum AnswerLength {
    /// The sentences that answer.
    SHORT,
    /// The passage around them.
    NORMAL,
    /// The whole paragraph, and the ones before and after it as far as they fit whole.
    LONG;

    /// The code in the store and in callback data.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The length with that code; [#NORMAL] for an unknown one.
    public static AnswerLength fromCode(String code) {
        return Arrays.stream(values())
                .filter(length -> length.code().equals(code))
                .findAny()
                .orElse(NORMAL);
    }

    /// The excerpts to quote, in the order of the text.
    ///
    /// @param room in UTF-16 units; for one excerpt with its marks, see
    ///   [MessageBuilder#remainingRoom]
    public List<Excerpt> excerpts(Passage passage, TextSpan emphasis, int room) {
        return switch (this) {
            case SHORT -> List.of(Excerpt.of(passage, emphasis, Math.min(room, emphasis.length())));
            case NORMAL -> List.of(Excerpt.of(passage, emphasis, room));
            case LONG -> withNeighbours(passage, emphasis, room);
        };
    }

    private static List<Excerpt> withNeighbours(Passage passage, TextSpan emphasis, int room) {
        Article article = passage.article();
        int number = passage.paragraph();
        Passage whole = paragraph(article, number).orElse(passage);
        List<Excerpt> excerpts = new ArrayList<>(List.of(Excerpt.of(whole, emphasis, room)));
        int left = room - excerpts.getFirst().span().length();
        Optional<Excerpt> after = paragraph(article, number + 1).flatMap(whole(left));
        after.ifPresent(excerpts::addLast);
        int rest = left - after.map(AnswerLength::lengthOf).orElse(0);
        paragraph(article, number - 1).flatMap(whole(rest)).ifPresent(excerpts::addFirst);
        return excerpts;
    }

    private static Function<Passage, Optional<Excerpt>> whole(int room) {
        return passage ->
                Optional.of(new Excerpt(passage, passage.span()))
                        .filter(excerpt -> lengthOf(excerpt) <= room);
    }

    /// With the blank line that separates it.
    private static int lengthOf(Excerpt excerpt) {
        return excerpt.span().length() + 2;
    }

    private static Optional<Passage> paragraph(Article article, int number) {
        return number < 1 || number > article.paragraphs().size()
                ? Optional.empty()
                : Optional.of(
                        new Passage(article, number, article.paragraphs().get(number - 1).span()));
    }
}

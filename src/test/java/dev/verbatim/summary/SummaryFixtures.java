package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Articles and summaries without a model: sentences are compared by their words.
final class SummaryFixtures {

    private static final Pattern PARAGRAPH = Pattern.compile("(?s).+?(?=\\n\\n|\\z)");
    private static final ArticleReader READER = new ArticleReader();

    static final Summarizer BY_WORDS =
            new Summarizer(
                    _ -> false,
                    text -> {
                        throw new AssertionError("no vector is wanted for " + text);
                    });

    private SummaryFixtures() {}

    static Article english(String... paragraphs) {
        return of(Locale.ENGLISH, "article", paragraphs);
    }

    static Article of(Locale language, String id, String... paragraphs) {
        String text = String.join("\n\n", paragraphs);
        List<TextSpan> spans = new ArrayList<>();
        PARAGRAPH
                .matcher(text)
                .results()
                .map(SummaryFixtures::withoutBreaks)
                .filter(span -> span.length > 0)
                .forEach(span -> spans.add(new TextSpan(span.start, span.start + span.length)));
        return READER.read(id, Publication.titled("The title").in(language), text, spans);
    }

    private record Place(int start, int length) {}

    private static Place withoutBreaks(MatchResult paragraph) {
        String words = paragraph.group();
        int skipped = words.length() - words.stripLeading().length();
        return new Place(paragraph.start() + skipped, words.strip().length());
    }

    /// The sentences of a summary as they are shown.
    static List<String> summary(Article article, int sentences) {
        return BY_WORDS.summarize(article, sentences).sentences().stream()
                .map(Summary.Sentence::text)
                .toList();
    }
}

package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.CheckText;
import dev.verbatim.quotation.WordDifference;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A check of a citation: reads its passage again, and says since when it is the same, or what has
/// changed word by word, as long as the earlier words are kept.
final class CitationCheck {

    /// Half a message, less the lines around the two versions.
    private static final int ROOM = 1150;

    private static final int MAX_DIFFERENCES = 8;
    private static final int MAX_LINE = 120;

    /// A paragraph that shares fewer words with an earlier one doesn't replace it.
    private static final double SAME_PLACE = 0.3;

    private final CurrentArticles articles;
    private final MessageCatalog messages;

    CitationCheck(CurrentArticles articles, MessageCatalog messages) {
        this.articles = articles;
        this.messages = messages;
    }

    /// What a citation is worth now.
    sealed interface Outcome {

        /// The article still has the passage.
        ///
        /// @param note says since when
        record Same(Passage passage, TextSpan emphasis, String note) implements Outcome {}

        /// It hasn't; the message says what it has.
        record Different(ReplyMessage message) implements Outcome {}

        /// The article isn't served any more.
        record Gone() implements Outcome {}
    }

    Outcome check(PassageReference reference) {
        return articles.find(reference)
                .map(article -> check(reference, article))
                .orElseGet(Outcome.Gone::new);
    }

    private Outcome check(PassageReference reference, Article now) {
        return reference
                .sameWords(now)
                .<Outcome>map(
                        words ->
                                new Outcome.Same(
                                        PassageReference.passageWith(words, now),
                                        words,
                                        note(reference, now)))
                .orElseGet(() -> different(reference, now));
    }

    private String note(PassageReference reference, Article now) {
        Optional<String> cited = date(now.id(), reference.textHash());
        Optional<String> current = date(now);
        if (cited.isEmpty() || current.isEmpty()) {
            return MessageKey.CITATION_UNDATED.in(messages);
        }
        return TextHash.of(now.text()) == reference.textHash()
                ? MessageKey.CITATION_UNCHANGED.in(messages, cited.get())
                : MessageKey.CITATION_ELSEWHERE.in(messages, cited.get(), current.get());
    }

    private Outcome different(PassageReference reference, Article now) {
        Optional<String> earlier = articles.history().replaced(now.id(), reference.words());
        Optional<ReplyMessage> told =
                earlier.map(
                        words ->
                                closest(words, now)
                                        .map(passage -> changed(reference, words, passage))
                                        .orElseGet(() -> removed(reference, words, now)));
        return told.or(() -> withoutEarlier(reference, now))
                .<Outcome>map(Outcome.Different::new)
                .orElseGet(Outcome.Gone::new);
    }

    /// The paragraph in the place of an earlier one: the one with most of its words.
    private static Optional<Passage> closest(String earlier, Article now) {
        Locale language = now.publication().language();
        record Similar(Passage passage, double similarity) {}
        return IntStream.rangeClosed(1, now.paragraphs().size())
                .mapToObj(number -> whole(now, number))
                .map(
                        passage ->
                                new Similar(
                                        passage,
                                        WordDifference.similarity(
                                                passage.text(), earlier, language)))
                .max(Comparator.comparingDouble(Similar::similarity))
                .filter(best -> best.similarity() >= SAME_PLACE)
                .map(Similar::passage);
    }

    private static Passage whole(Article article, int number) {
        return new Passage(article, number, article.paragraphs().get(number - 1).span());
    }

    private ReplyMessage changed(PassageReference reference, String earlier, Passage now) {
        Passage before = earlierPassage(earlier, now.article());
        List<WordDifference> differences =
                WordDifference.between(now.text(), earlier, now.article().publication().language());
        String since = date(now.article().id(), reference.textHash()).orElse("—");
        var message = new MessageBuilder().line(MessageKey.CITATION_CHANGED.in(messages, since));
        message.quote(
                excerpt(before, differences, 0, WordDifference::source),
                spans(differences, 0, WordDifference::source));
        message.blankLine()
                .line(MessageKey.CITATION_NOW.in(messages, date(now.article()).orElse("—")));
        int start = now.span().start();
        message.quote(
                excerpt(now, differences, start, WordDifference::said),
                spans(differences, start, WordDifference::said));
        differences.stream()
                .limit(MAX_DIFFERENCES)
                .map(difference -> describe(difference, now.text(), earlier))
                .forEach(message::said);
        return message.link(messages.source(now), PageLink.to(now, now.opening())).build();
    }

    private static List<TextSpan> spans(
            List<WordDifference> differences,
            int shift,
            Function<WordDifference, Optional<TextSpan>> side) {
        return differences.stream()
                .flatMap(difference -> side.apply(difference).stream())
                .map(span -> span.shifted(shift))
                .toList();
    }

    /// The part with the first difference, where not all fits.
    private static Excerpt excerpt(
            Passage passage,
            List<WordDifference> differences,
            int shift,
            Function<WordDifference, Optional<TextSpan>> side) {
        TextSpan first =
                spans(differences, shift, side).stream().findFirst().orElse(passage.opening());
        return Excerpt.of(passage, first, ROOM);
    }

    private String describe(WordDifference difference, String now, String earlier) {
        String line =
                new CheckText(messages, 0)
                        .describe(
                                difference,
                                difference.said().map(place -> place.of(now)).orElse(""),
                                difference.source().map(place -> place.of(earlier)).orElse(""));
        return Truncation.ellipsize(line, MAX_LINE);
    }

    private ReplyMessage removed(PassageReference reference, String earlier, Article now) {
        Passage before = earlierPassage(earlier, now);
        String since = date(now.id(), reference.textHash()).orElse("—");
        String source = messages.source(now.publication());
        return new MessageBuilder()
                .line(MessageKey.CITATION_REMOVED.in(messages, since))
                .quote(Excerpt.of(before, before.opening(), ROOM))
                .link(source, PageLink.to(now.publication()))
                .build();
    }

    /// The words as an earlier version of the article had them.
    private static Passage earlierPassage(String words, Article article) {
        TextSpan all = new TextSpan(0, words.length());
        Article version =
                new Article(
                        article.id(),
                        article.publication(),
                        words,
                        List.of(new Paragraph(all, List.of(all))),
                        List.of());
        return new Passage(version, 1, all);
    }

    private Optional<ReplyMessage> withoutEarlier(PassageReference reference, Article now) {
        return switch (reference.resolve(now)) {
            case PassageReference.Resolution.Changed(var passage) ->
                    Optional.of(new PassageRenderer(messages).renderChanged(passage));
            case PassageReference.Resolution.Unchanged(var passage, _) ->
                    Optional.of(new PassageRenderer(messages).renderChanged(passage));
            case PassageReference.Resolution.Missing() -> Optional.empty();
        };
    }

    private Optional<String> date(Article article) {
        return date(article.id(), TextHash.of(article.text()));
    }

    private Optional<String> date(String articleId, long version) {
        return articles.history().since(articleId, version).map(this::date);
    }

    private String date(Instant instant) {
        return messages.date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}

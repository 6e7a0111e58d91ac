package dev.verbatim.article;

import dev.verbatim.article.Quotation.Speaker;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An article: its text, character for character, and the paragraphs and quotations found in it.
///
/// Immutable; every span lies in `text`. Make one with
/// [dev.verbatim.article.library.ArticleReader].
///
/// @param id the file's name without its extension
/// @param text everything that can be quoted; every offset into an article is a UTF-16 offset into
///   this string. Between the paragraphs are blank lines and headings: a heading is part of the
///   text, for search and summaries, but of no paragraph, because it answers nothing
public record Article(
        String id,
        Publication publication,
        String text,
        List<Paragraph> paragraphs,
        List<Quotation> quotations) {

    public Article {
        paragraphs = List.copyOf(paragraphs);
        quotations = List.copyOf(quotations);
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.span().end() > text.length()) {
                throw new IllegalArgumentException(
                        id
                                + ": a paragraph ends at "
                                + paragraph.span().end()
                                + ", after the text's end at "
                                + text.length());
            }
        }
    }

    /// The units of retrieval: paragraphs, and whole sentences of those over about 1,200
    /// characters.
    public List<Passage> passages() {
        return IntStream.rangeClosed(1, paragraphs.size())
                .boxed()
                .flatMap(this::passagesOfParagraph)
                .toList();
    }

    private Stream<Passage> passagesOfParagraph(int number) {
        return PassageSplitter.split(paragraphs.get(number - 1)).stream()
                .map(span -> new Passage(this, number, span));
    }

    /// The quotations that overlap a place, in the order of the text.
    public List<Quotation> quotationsIn(TextSpan span) {
        return quotations.stream().filter(quotation -> quotation.content().overlaps(span)).toList();
    }

    /// The speakers quoted in a place, directly or indirectly, each once, in the order of the text.
    public Stream<Speaker> speakersIn(TextSpan span) {
        return quotationsIn(span).stream()
                .map(Quotation::speaker)
                .filter(Objects::nonNull)
                .distinct();
    }

    /// The only speaker quoted in a place; empty when there are several, or one is unknown.
    ///
    /// @param counted which quotations count
    public Optional<Speaker> onlySpeaker(TextSpan words, Predicate<Quotation> counted) {
        List<Optional<Speaker>> speakers =
                quotationsIn(words).stream()
                        .filter(counted)
                        .map(Quotation::speaker)
                        .map(Optional::ofNullable)
                        .distinct()
                        .toList();
        return speakers.size() == 1 ? speakers.getFirst() : Optional.empty();
    }

    @Override
    public String toString() {
        return "Article[" + id + ", " + paragraphs.size() + " paragraphs]";
    }

    /// A paragraph of an article and its sentences, in the order of the text.
    ///
    /// @param span its place in the article's text
    /// @param sentences cover everything in the paragraph but the blanks between them
    public record Paragraph(TextSpan span, List<TextSpan> sentences) {

        public Paragraph {
            sentences = List.copyOf(sentences);
        }
    }
}

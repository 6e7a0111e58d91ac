package dev.verbatim.quotation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.QuotationCheck.Claim;
import dev.verbatim.quotation.QuotationCheck.Source;
import dev.verbatim.quotation.TextToken.Kind;
import dev.verbatim.quotation.WordDifference.Matter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A finder of a claim's words in one paragraph of an article, or from it on in those that follow.
final class SourceFinder {

    /// So many words at the end that aren't in the paragraph may be in the next one.
    private static final int GOES_ON = 3;

    private static final int MAX_PARAGRAPHS = 6;

    /// "he said, adding that" is shorter; more words between two quotations are a statement.
    private static final int MAX_INTERRUPTION = 8;

    private final Claim claim;
    private final Article article;
    private final TokenReader reader;
    private final List<TextToken> said;
    private final List<Paragraph> paragraphs;

    SourceFinder(Claim claim, Article article) {
        this.claim = claim;
        this.article = article;
        Locale language = article.publication().language();
        reader = new TokenReader(language);
        said = reader.read(claim.text());
        paragraphs = article.paragraphs();
    }

    /// A claim aligned with an article.
    ///
    /// @param source where its words are
    /// @param differences none when all of them are there
    record Match(
            WordAlignment alignment, Source source, List<WordDifference> differences, int words) {

        Match {
            differences = List.copyOf(differences);
        }

        double similarity() {
            return alignment.similarity();
        }

        boolean isExact() {
            return differences.isEmpty();
        }
    }

    /// Aligns the claim with a paragraph; empty when no word is the same.
    ///
    /// @param number of the paragraph, counted from 1
    Optional<Match> find(int number) {
        int last = number - 1;
        TextSpan window = paragraphs.get(last).span();
        WordAlignment alignment = align(window);
        while (alignment.unmatchedAtEnd() >= GOES_ON
                && last + 1 < Math.min(paragraphs.size(), number + MAX_PARAGRAPHS)) {
            last++;
            WordAlignment longer = align(window.to(paragraphs.get(last).span()));
            if (longer.similarity() <= alignment.similarity()) {
                break;
            }
            window = window.to(paragraphs.get(last).span());
            alignment = longer;
        }
        return match(alignment);
    }

    private WordAlignment align(TextSpan window) {
        List<TextToken> source = reader.read(article.text(), window);
        return WordAlignment.of(said, source, new WordAlignment.Gaps(spoken(source), omissions()));
    }

    /// The words between two parts of what a speaker said, by which the article attributes them:
    /// who quotes both parts may leave them out.
    private BitSet spoken(List<TextToken> source) {
        BitSet free = new BitSet();
        for (int q = 0; q + 1 < article.quotations().size(); q++) {
            Quotation first = article.quotations().get(q);
            Quotation next = article.quotations().get(q + 1);
            if (interrupts(first, next)) {
                int from = first.content().end();
                int to = next.content().start();
                List<Integer> between = indexes(source, from, to);
                if (between.size() <= MAX_INTERRUPTION) {
                    between.forEach(free::set);
                }
            }
        }
        return free;
    }

    private boolean interrupts(Quotation first, Quotation next) {
        int from = first.content().end();
        int to = next.content().start();
        return from < to
                && first.kind() != Quotation.Kind.INDIRECT
                && next.kind() != Quotation.Kind.INDIRECT
                && first.speaker() != null
                && Objects.equals(first.speaker(), next.speaker())
                && (isBetween(first.cue(), from, to) || isBetween(next.cue(), from, to))
                && paragraphAt(from) == paragraphAt(to);
    }

    private static boolean isBetween(@Nullable TextSpan cue, int from, int to) {
        return cue != null && cue.start() >= from && cue.end() <= to;
    }

    private static List<Integer> indexes(List<TextToken> tokens, int from, int to) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            TextSpan span = tokens.get(i).span();
            if (span.start() >= from && span.end() <= to) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    /// The words before which the claim has dots, alone or in brackets.
    private BitSet omissions() {
        BitSet omissions = new BitSet();
        for (int i = 1; i < said.size(); i++) {
            String between =
                    claim.text()
                            .substring(said.get(i - 1).span().end(), said.get(i).span().start());
            if (between.contains("…") || between.contains("...")) {
                omissions.set(i);
            }
        }
        return omissions;
    }

    private Optional<Match> match(WordAlignment alignment) {
        return alignment
                .matched()
                .map(
                        words -> {
                            TextSpan inOne = inOneParagraph(words);
                            return new Match(
                                    alignment,
                                    new Source(passage(inOne), inOne, speaker(words)),
                                    withDenial(alignment.differences(), words),
                                    (int) alignment.matches().count());
                        });
    }

    /// The part of a place that is in the paragraph with most of it.
    private TextSpan inOneParagraph(TextSpan words) {
        return paragraphs.stream()
                .map(Paragraph::span)
                .filter(words::overlaps)
                .map(words::intersection)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow();
    }

    private Passage passage(TextSpan words) {
        int at = paragraphAt(words.start());
        List<TextSpan> sentences =
                paragraphs.get(at).sentences().stream().filter(words::overlaps).toList();
        TextSpan span = sentences.isEmpty() ? words : sentences.getFirst().to(sentences.getLast());
        return new Passage(article, at + 1, span);
    }

    /// The index of the last paragraph that begins at a place or before.
    private int paragraphAt(int place) {
        int at = 0;
        while (at + 1 < paragraphs.size() && paragraphs.get(at + 1).span().start() <= place) {
            at++;
        }
        return at;
    }

    /// The speaker of most of the words, as the article quotes them; missing when that isn't sure.
    private @Nullable Speaker speaker(TextSpan words) {
        return article.onlySpeaker(words, quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                .filter(_ -> isQuoted(words))
                .orElse(null);
    }

    /// Whether the article quotes somebody for the words, known or not.
    private boolean isQuoted(TextSpan words) {
        int quoted =
                article.quotationsIn(words).stream()
                        .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                        .map(Quotation::content)
                        .filter(words::overlaps)
                        .mapToInt(content -> words.intersection(content).length())
                        .sum();
        return 2 * quoted >= words.length();
    }

    /// Words that are quoted from just behind their negation say the opposite.
    private List<WordDifference> withDenial(List<WordDifference> differences, TextSpan words) {
        TextSpan sentence = passage(words).sentences().stream().findFirst().orElse(words);
        if (claim.denied() || sentence.start() >= words.start()) {
            return differences;
        }
        List<TextToken> before =
                reader.read(article.text(), new TextSpan(sentence.start(), words.start()));
        if (before.isEmpty() || !before.getLast().is(Kind.NEGATION)) {
            return differences;
        }
        List<WordDifference> all = new ArrayList<>();
        all.add(
                new WordDifference(
                        WordDifference.Kind.LEFT_OUT,
                        Matter.NEGATION,
                        Optional.empty(),
                        Optional.of(before.getLast().span())));
        all.addAll(differences);
        return all;
    }
}

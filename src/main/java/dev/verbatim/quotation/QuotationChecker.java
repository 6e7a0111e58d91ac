package dev.verbatim.quotation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.quotation.QuotationCheck.Claim;
import dev.verbatim.quotation.QuotationCheck.Source;
import dev.verbatim.quotation.SourceFinder.Match;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A checker of quotations: tells what the articles have of the words that a message quotes.
/// Thread-safe and stateless.
public final class QuotationChecker {

    /// Passages that share fewer runs of words have nothing to do with the claim.
    private static final int CANDIDATES = 12;

    /// Below, other words were said. Of the quotations of the judged set every altered one is
    /// above, and every invented one below.
    private static final double ALTERED = 0.45;

    /// The words that are the same are at least so much of all, by their weights.
    private static final double HALF = 0.5;

    /// Of fewer words that are the same, nothing can be told.
    private static final int MIN_WORDS = 2;

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparing((Match match) -> !match.isExact())
                    .thenComparing(Comparator.comparingDouble(Match::similarity).reversed());

    private final PassageRetriever retriever;

    public QuotationChecker(PassageRetriever retriever) {
        this.retriever = retriever;
    }

    /// Checks each quotation of a message in its order; the message itself when it quotes nothing.
    ///
    /// @param articleIds the articles to search; empty means all
    /// @throws java.io.UncheckedIOException when the index can't be read
    public List<QuotationCheck> check(String message, Set<String> articleIds) {
        return ClaimFinder.claims(message).stream().map(claim -> check(claim, articleIds)).toList();
    }

    /// The messages of a longer text: its lines with quotations; all of its lines when it quotes
    /// nothing; the whole text when a quotation goes on over the end of a line.
    public static List<String> messages(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.stream().anyMatch(ClaimFinder::isOpen)) {
            return List.of(text);
        }
        List<String> quoting = lines.stream().filter(ClaimFinder::quotes).toList();
        return quoting.isEmpty() ? lines : quoting;
    }

    private QuotationCheck check(Claim claim, Set<String> articleIds) {
        Question words = new Question(claim.text(), articleIds);
        List<Match> matches = matches(claim, words);
        return matches.stream()
                .min(BEST_FIRST)
                .map(best -> preferred(claim, best, matches))
                .map(best -> judge(claim, best))
                .or(() -> new TranslatedSearch(retriever).find(claim, words))
                .orElseGet(() -> new QuotationCheck.NotFound(claim));
    }

    private List<Match> matches(Claim claim, Question words) {
        Map<String, Passage> paragraphs = new LinkedHashMap<>();
        retriever
                .passagesSharing(words, CANDIDATES)
                .forEach(
                        passage ->
                                paragraphs.putIfAbsent(
                                        passage.article().id() + " " + passage.paragraph(),
                                        passage));
        return paragraphs.values().stream().flatMap(passage -> match(claim, passage)).toList();
    }

    private static Stream<Match> match(Claim claim, Passage passage) {
        return new SourceFinder(claim, passage.article())
                .find(passage.paragraph()).stream().filter(QuotationChecker::isFound);
    }

    private static boolean isFound(Match match) {
        return match.isExact()
                || (match.similarity() >= ALTERED
                        && match.words() >= MIN_WORDS
                        && match.alignment().matchedShare() >= HALF);
    }

    /// Of places that have the words equally well, the one with the speaker that the message names.
    private static Match preferred(Claim claim, Match best, List<Match> matches) {
        return matches.stream()
                .filter(match -> BEST_FIRST.compare(match, best) == 0)
                .filter(match -> isByNamed(claim, match))
                .findFirst()
                .orElse(best);
    }

    private static boolean isByNamed(Claim claim, Match match) {
        Speaker speaker = match.source().speaker();
        return claim.attributedTo() != null
                && speaker != null
                && SpeakerNames.mayBe(claim.attributedTo(), speaker);
    }

    private static QuotationCheck judge(Claim claim, Match match) {
        Source source = match.source();
        Optional<Speaker> speaker =
                Optional.ofNullable(source.speaker()).or(() -> reported(source));
        if (claim.attributedTo() != null && isByAnother(claim.attributedTo(), source, speaker)) {
            Source other = new Source(source.passage(), source.words(), speaker.orElse(null));
            return new QuotationCheck.OtherSpeaker(claim, other, match.differences());
        }
        return match.isExact()
                ? new QuotationCheck.Exact(claim, source)
                : new QuotationCheck.Altered(claim, source, match.differences());
    }

    /// The person whose thought the article reports in its own words.
    private static Optional<Speaker> reported(Source source) {
        return source.passage().article().onlySpeaker(source.words(), _ -> true);
    }

    /// Whether the article quotes the words from a person who can't be the named one, or has them
    /// as its own.
    private static boolean isByAnother(String named, Source source, Optional<Speaker> speaker) {
        Article article = source.passage().article();
        if (SpeakerNames.mayBe(named, article.publication())) {
            return false;
        }
        return speaker.map(person -> !mayBe(named, person, source))
                .orElseGet(() -> article.quotationsIn(source.words()).isEmpty());
    }

    /// A speaker without a name, "the trial's leader", may be anybody named in the paragraph.
    private static boolean mayBe(String named, Speaker speaker, Source source) {
        Passage passage = source.passage();
        String paragraph =
                passage.article()
                        .paragraphs()
                        .get(passage.paragraph() - 1)
                        .span()
                        .of(passage.article().text());
        if (SpeakerNames.isNamesake(named, speaker, passage.article())) {
            return false;
        }
        return SpeakerNames.mayBe(named, speaker)
                || (!SpeakerNames.isName(speaker.name()) && SpeakerNames.isIn(named, paragraph));
    }
}

package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.format.BoilerplateFilter;
import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a sentence of an article can be shown at all, and whether alone. These rules are hard:
/// no sentence is so important that it may mislead.
final class StandaloneFilter {

    private static final WordTokenizer WORDS = WordTokenizer.joinedBy("-'’");
    private static final int FEWEST_WORDS = 5;

    // A page in one sentence, or in one pair of quotation marks, sums nothing up.
    private static final int LONGEST = 700;

    // Marks may close behind the stop. A question tells nothing, and a colon only announces.
    private static final Pattern END =
            Pattern.compile("[.!…。！։۔।](?:[\\p{Pe}\\p{Pf}\\p{Pi}\"'\\s\\p{Z}]|\\[\\d+])*+$");
    private static final Pattern FRAGMENT = Pattern.compile("^[^\\p{L}\\p{N}]*+\\p{Ll}");

    private final Article article;
    private final SummaryCues cues;
    private final boolean cased;

    /// @param lines of the article
    StandaloneFilter(Article article, List<CandidateSentence> lines) {
        this.article = article;
        this.cues = SummaryCues.of(article.publication().language());
        this.cased =
                lines.stream().filter(StandaloneFilter::isFragment).count() * 2 <= lines.size();
    }

    /// By how it begins; where everything begins so, that says nothing.
    private static boolean isFragment(CandidateSentence candidateSentence) {
        return FRAGMENT.matcher(candidateSentence.text()).find();
    }

    Article article() {
        return article;
    }

    /// Whether it is a sentence that tells something.
    boolean isFit(CandidateSentence candidateSentence) {
        return candidateSentence.uncut()
                && !(cased && isFragment(candidateSentence))
                && isSentence(candidateSentence.text())
                && hasItsSpeakers(candidateSentence.span());
    }

    private boolean isSentence(String text) {
        return text.length() <= LONGEST
                && END.matcher(text).find()
                && WORDS.words(text).limit(FEWEST_WORDS).count() == FEWEST_WORDS
                && !BoilerplateFilter.isBoilerplate(text)
                && !cues.isAside(text);
    }

    /// Whether all that is quoted in it is one known person's, or the sentence says whose it is.
    private boolean hasItsSpeakers(TextSpan sentence) {
        return speaker(sentence).isPresent()
                || quoted(sentence).stream().allMatch(quotation -> isNamed(quotation, sentence));
    }

    private List<Quotation> quoted(TextSpan sentence) {
        return article.quotationsIn(sentence).stream().filter(StandaloneFilter::isQuoted).toList();
    }

    private static boolean isQuoted(Quotation quotation) {
        return quotation.kind() != Kind.INDIRECT;
    }

    private boolean isNamed(Quotation quotation, TextSpan sentence) {
        TextSpan source = quotation.source();
        return source != null && sentence.contains(source) && !isPronoun(source);
    }

    private boolean isPronoun(TextSpan mention) {
        return cues.isPronoun(mention.of(article.text()));
    }

    /// Who said what is quoted in it, where that is one person.
    Optional<Speaker> speaker(TextSpan sentence) {
        return article.onlySpeaker(sentence, StandaloneFilter::isQuoted);
    }

    /// Whether it needs the sentence before: by how it opens, or by a "she said" of which nothing
    /// shown tells who she is.
    boolean leansBack(CandidateSentence candidateSentence) {
        return cues.leansBack(candidateSentence.text())
                || article.quotationsIn(candidateSentence.span()).stream()
                        .filter(quotation -> quotation.kind() == Kind.INDIRECT)
                        .map(Quotation::source)
                        .filter(Objects::nonNull)
                        .anyMatch(
                                source ->
                                        candidateSentence.span().contains(source)
                                                && isPronoun(source));
    }
}

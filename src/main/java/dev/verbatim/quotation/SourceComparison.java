package dev.verbatim.quotation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.QuotationMarks;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.DocumentFrequencies;
import dev.verbatim.language.Language;
import dev.verbatim.quotation.TextToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A comparison of two articles in one language, sentence by sentence: what both say, and where
/// they say it with other numbers, dates or names. By words, like everything here.
///
/// @param agreeing sentences that say the same, as far as their words tell
/// @param differing sentences that say nearly the same
/// @param first sentences that only the first article has anything like
/// @param second the same of the second
public record SourceComparison(
        List<Pair> agreeing, List<Pair> differing, List<Passage> first, List<Passage> second) {

    /// Longer articles are compared by their beginnings.
    private static final int MAX_SENTENCES = 300;

    /// The cosine from which two sentences are about the same.
    private static final double SAME = 0.35;

    /// The cosine from which another name alone is a difference, and not another matter.
    private static final double SAME_BUT_FOR_A_NAME = 0.6;

    public SourceComparison {
        agreeing = List.copyOf(agreeing);
        differing = List.copyOf(differing);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /// A sentence of each article.
    public record Pair(Passage first, Passage second, double similarity) {}

    public static SourceComparison of(Article one, Article other) {
        List<Sentence> first = sentences(one);
        List<Sentence> second = sentences(other);
        List<Pair> pairs = pairs(first, second);
        Set<Passage> paired =
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .collect(Collectors.toSet());
        Map<Boolean, List<Pair>> differing =
                pairs.stream().collect(Collectors.partitioningBy(SourceComparison::differs));
        return new SourceComparison(
                differing.getOrDefault(false, List.of()),
                differing.getOrDefault(true, List.of()),
                without(paired, first),
                without(paired, second));
    }

    private static List<Passage> without(Set<Passage> paired, List<Sentence> sentences) {
        return sentences.stream()
                .map(Sentence::passage)
                .filter(passage -> !paired.contains(passage))
                .toList();
    }

    /// The numbers, dates and names of a passage that another doesn't have.
    public static List<TextSpan> onlyIn(Passage one, Passage other) {
        Set<String> others = marks(other).map(SourceComparison::bare).collect(Collectors.toSet());
        Set<String> words = tokens(other).map(SourceComparison::bare).collect(Collectors.toSet());
        return marks(one)
                .filter(token -> !others.contains(bare(token)) && !words.contains(bare(token)))
                .map(TextToken::span)
                .toList();
    }

    /// Whether the second article says something like a place in the first.
    public boolean pairs(TextSpan there) {
        return Stream.concat(agreeing.stream(), differing.stream())
                .anyMatch(pair -> pair.first().span().overlaps(there));
    }

    /// Whether two articles say the same, or say it with other numbers, dates or names, at two
    /// places.
    ///
    /// @param there a place in the first article
    /// @param here a place in the second
    public boolean isSameMatter(TextSpan there, TextSpan here) {
        return Stream.concat(agreeing.stream(), differing.stream())
                .anyMatch(
                        pair ->
                                pair.first().span().overlaps(there)
                                        && pair.second().span().overlaps(here));
    }

    private static Stream<TextToken> marks(Passage passage) {
        Set<String> days =
                Language.orEnglish(passage.article().publication().language())
                        .file()
                        .words("phrase.holds-time");
        return tokens(passage)
                .filter(
                        token ->
                                token.is(Kind.NUMBER)
                                        || token.is(Kind.NAME)
                                        || days.contains(token.normal()));
    }

    private static Stream<TextToken> tokens(Passage passage) {
        Article article = passage.article();
        return new TokenReader(article.publication().language())
                .read(article.text(), passage.span()).stream();
    }

    /// "Ukraine's" is a form of "Ukraine".
    private static String bare(TextToken token) {
        String word = token.normal();
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private record Sentence(Passage passage, Set<String> stems) {}

    /// A sentence as a vector.
    ///
    /// @param squares of its stems' weights
    /// @param length the sum of these
    private record SentenceVector(Passage passage, Map<String, Double> squares, double length) {

        static SentenceVector of(Sentence sentence, DocumentFrequencies frequencies) {
            Map<String, Double> squares = new HashMap<>();
            for (String stem : sentence.stems()) {
                double weight = frequencies.inverse(stem);
                squares.put(stem, weight * weight);
            }
            double length = squares.values().stream().mapToDouble(Double::doubleValue).sum();
            return new SentenceVector(sentence.passage(), squares, length);
        }

        double similarity(SentenceVector other) {
            double shared = 0;
            for (Map.Entry<String, Double> square : squares.entrySet()) {
                if (other.squares.containsKey(square.getKey())) {
                    shared += square.getValue();
                }
            }
            return shared == 0 ? 0 : shared / Math.sqrt(length * other.length);
        }
    }

    private static List<Sentence> sentences(Article article) {
        List<Sentence> sentences = new ArrayList<>();
        Locale language = article.publication().language();
        int number = 1;
        for (Paragraph paragraph : article.paragraphs()) {
            for (TextSpan span : QuotationMarks.uncutSentences(article.text(), paragraph)) {
                if (sentences.size() < MAX_SENTENCES) {
                    Set<String> stems =
                            new HashSet<>(AnalyzedTerms.stems(span.of(article.text()), language));
                    sentences.add(new Sentence(new Passage(article, number, span), stems));
                }
            }
            number++;
        }
        return sentences;
    }

    /// The best pairs first, each sentence in one at most.
    private static List<Pair> pairs(List<Sentence> first, List<Sentence> second) {
        DocumentFrequencies frequencies = new DocumentFrequencies();
        Stream.concat(first.stream(), second.stream())
                .forEach(sentence -> frequencies.add(sentence.stems()));
        List<SentenceVector> others = vectors(second, frequencies);
        List<Pair> all = new ArrayList<>();
        for (SentenceVector one : vectors(first, frequencies)) {
            for (SentenceVector other : others) {
                double similarity = one.similarity(other);
                if (similarity >= SAME) {
                    all.add(new Pair(one.passage(), other.passage(), similarity));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Pair::similarity).reversed());
        return eachOnce(all);
    }

    private static List<SentenceVector> vectors(
            List<Sentence> sentences, DocumentFrequencies frequencies) {
        return sentences.stream()
                .map(sentence -> SentenceVector.of(sentence, frequencies))
                .toList();
    }

    private static List<Pair> eachOnce(List<Pair> best) {
        Map<Passage, Pair> taken = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : best) {
            if (!taken.containsKey(pair.first()) && !taken.containsKey(pair.second())) {
                taken.put(pair.first(), pair);
                taken.put(pair.second(), pair);
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /// Whether each has a number or a date that the other lacks, one denies what the other doesn't,
    /// or only a name is another.
    private static boolean differs(Pair pair) {
        boolean names = pair.similarity() >= SAME_BUT_FOR_A_NAME;
        return (has(pair.first(), pair.second(), names) && has(pair.second(), pair.first(), names))
                || denials(pair.first()) % 2 != denials(pair.second()) % 2;
    }

    private static boolean has(Passage one, Passage other, boolean names) {
        Set<TextSpan> own = new HashSet<>(onlyIn(one, other));
        return marks(one)
                .filter(token -> own.contains(token.span()))
                .anyMatch(token -> names || !token.is(Kind.NAME));
    }

    private static long denials(Passage passage) {
        return tokens(passage).filter(token -> token.is(Kind.NEGATION)).count();
    }
}

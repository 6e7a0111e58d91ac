package dev.verbatim.quotation;

import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.TextToken.Kind;
import dev.verbatim.quotation.WordAlignment.Step;
import dev.verbatim.quotation.WordDifference.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// An extractor of the differences between what was said and a source from their alignment.
final class DifferenceExtractor {

    private final List<TextToken> said;
    private final List<TextToken> source;

    DifferenceExtractor(List<TextToken> said, List<TextToken> source) {
        this.said = said;
        this.source = source;
    }

    /// The differences in the order of what was said. Words one after the other are one difference.
    ///
    /// @param isMatch whether a step has the same word in both
    List<WordDifference> extract(List<Step> steps, Predicate<Step> isMatch) {
        List<WordDifference> differences = new ArrayList<>();
        List<Step> run = new ArrayList<>();
        for (Step step : steps) {
            if (isMatch.test(step)) {
                add(run, differences);
                run.clear();
            } else if (!step.free()) {
                run.add(step);
            }
        }
        add(run, differences);
        return differences;
    }

    private void add(List<Step> run, List<WordDifference> differences) {
        List<TextToken> mine =
                run.stream()
                        .filter(step -> step.said() >= 0)
                        .map(step -> said.get(step.said()))
                        .toList();
        List<TextToken> theirs =
                run.stream()
                        .filter(step -> step.source() >= 0)
                        .map(step -> source.get(step.source()))
                        .toList();
        if (!joined(mine).equals(joined(theirs))) {
            WordDifference.Kind kind =
                    mine.isEmpty()
                            ? WordDifference.Kind.LEFT_OUT
                            : theirs.isEmpty()
                                    ? WordDifference.Kind.ADDED
                                    : WordDifference.Kind.CHANGED;
            differences.add(
                    new WordDifference(kind, matter(mine, theirs), place(mine), place(theirs)));
        }
    }

    /// "air defence" and "airdefence" are the same.
    private static String joined(List<TextToken> tokens) {
        return String.join("", tokens.stream().map(TextToken::normal).toList());
    }

    private static Optional<TextSpan> place(List<TextToken> tokens) {
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(tokens.getFirst().span().to(tokens.getLast().span()));
    }

    private static Matter matter(List<TextToken> said, List<TextToken> source) {
        if (count(Kind.NEGATION, said) % 2 != count(Kind.NEGATION, source) % 2) {
            return Matter.NEGATION;
        }
        if (!numbers(said).equals(numbers(source))) {
            return Matter.NUMBER;
        }
        boolean names = count(Kind.NAME, said) + count(Kind.NAME, source) > 0;
        return names ? Matter.NAME : Matter.WORDS;
    }

    private static long count(Kind kind, List<TextToken> tokens) {
        return tokens.stream().filter(token -> token.is(kind)).count();
    }

    private static List<String> numbers(List<TextToken> tokens) {
        Predicate<TextToken> number = token -> token.is(Kind.NUMBER);
        return tokens.stream().filter(number).map(TextToken::normal).toList();
    }
}

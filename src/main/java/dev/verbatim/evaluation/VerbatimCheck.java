package dev.verbatim.evaluation;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import dev.verbatim.retrieval.Candidate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Whether what is shown stands, character for character and at the offsets it claims, in the text
/// we stored and in the paragraph of the source's file. Anything but a share of 1 is a fault.
final class VerbatimCheck {

    private VerbatimCheck() {}

    static OptionalDouble share(List<EvaluatedQuestion> trials, ArticleSet articleSet) {
        return trials.stream()
                .flatMap(VerbatimCheck::shown)
                .mapToDouble(shown -> shown.isIn(articleSet.of(shown.passage())) ? 1 : 0)
                .average();
    }

    private static Stream<Shown> shown(EvaluatedQuestion evaluatedQuestion) {
        Stream<Passage> passages =
                evaluatedQuestion.decision().candidates().stream().map(Candidate::passage);
        Stream<Shown> whole = passages.map(passage -> new Shown(passage, passage.span()));
        return Stream.concat(whole, emphasised(evaluatedQuestion));
    }

    private static Stream<Shown> emphasised(EvaluatedQuestion evaluatedQuestion) {
        TextSpan emphasis = evaluatedQuestion.decision().emphasis();
        return emphasis == null
                ? Stream.empty()
                : Stream.of(
                        new Shown(
                                evaluatedQuestion.decision().candidates().getFirst().passage(),
                                emphasis));
    }

    /// Words as they reach the reader, and the place in the article they claim to be from.
    private record Shown(Passage passage, TextSpan place) {

        boolean isIn(SourceArticle source) {
            String words = place.of(passage.article().text());
            SourceParagraph paragraph = source.paragraphs().get(source.paragraphAt(place));
            return passage.span().contains(place)
                    && source.text().startsWith(words, place.start())
                    && paragraph.text().startsWith(words, place.start() - paragraph.start());
        }
    }
}

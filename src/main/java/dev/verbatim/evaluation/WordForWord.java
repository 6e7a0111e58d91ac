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
final class WordForWord {

    private WordForWord() {}

    static OptionalDouble share(List<Trial> trials, Sources sources) {
        return trials.stream()
                .flatMap(WordForWord::shown)
                .mapToDouble(shown -> shown.isIn(sources.of(shown.passage())) ? 1 : 0)
                .average();
    }

    private static Stream<Shown> shown(Trial trial) {
        Stream<Passage> passages = trial.decision().ranking().stream().map(Candidate::passage);
        Stream<Shown> whole = passages.map(passage -> new Shown(passage, passage.span()));
        return Stream.concat(whole, emphasised(trial));
    }

    private static Stream<Shown> emphasised(Trial trial) {
        TextSpan emphasis = trial.decision().emphasis();
        return emphasis == null
                ? Stream.empty()
                : Stream.of(new Shown(trial.decision().ranking().getFirst().passage(), emphasis));
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

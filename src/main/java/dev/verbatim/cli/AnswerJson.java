package dev.verbatim.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer as `--json` writes it. Programs rely on the names and their order. What is missing is
/// written as `null`.
///
/// @param secondSource what another article answers, too; missing where none does
/// @param closest the passage that comes close and may not say what was asked; missing unless that
///   is the outcome, and then also the first of the nearest
record AnswerJson(
        String question,
        boolean answered,
        Outcome outcome,
        double confidence,
        @Nullable PassageJson passage,
        @Nullable PassageJson closest,
        @Nullable Speaker speaker,
        List<PassageJson> nearest,
        @Nullable SecondSourceJson secondSource,
        double millis) {

    static AnswerJson of(String question, Answer answer, long nanos) {
        double millis = Math.round(nanos / 1e3) / 1e3;
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, var speaker, var confidence, _) ->
                    answered(
                            question,
                            confidence,
                            PassageJson.of(passage, emphasis),
                            speaker,
                            millis);
            case Answer.Unattributed(var passage, var emphasis) ->
                    answered(question, 1, PassageJson.of(passage, emphasis), null, millis);
            case Answer.Closest(var passage, var emphasis, _, var confidence, _) ->
                    closest(question, confidence, PassageJson.of(passage, emphasis), millis);
            case Answer.NotFound(var nearest, var confidence, _, _, _) ->
                    unanswered(
                            question,
                            confidence,
                            nearest.stream().map(PassageJson::of).toList(),
                            millis);
            case Answer.NoQuestion _ -> unanswered(question, 0, List.of(), millis);
        };
    }

    private static AnswerJson answered(
            String question,
            double confidence,
            PassageJson passage,
            @Nullable Speaker speaker,
            double millis) {
        return new AnswerJson(
                question,
                true,
                Outcome.ANSWERED,
                confidence,
                passage,
                null,
                speaker,
                List.of(),
                null,
                millis);
    }

    private static AnswerJson closest(
            String question, double confidence, PassageJson closest, double millis) {
        return new AnswerJson(
                question,
                false,
                Outcome.CLOSEST,
                confidence,
                null,
                closest,
                null,
                List.of(closest),
                null,
                millis);
    }

    /// What was asked is no question about what the articles say.
    static AnswerJson unanswered(String request) {
        return unanswered(request, 0, List.of(), 0);
    }

    private static AnswerJson unanswered(
            String question, double confidence, List<PassageJson> nearest, double millis) {
        return new AnswerJson(
                question, false, Outcome.NONE, confidence, null, null, null, nearest, null, millis);
    }

    /// The same with what another article answers.
    AnswerJson beside(Optional<Answer.Found> second) {
        return new AnswerJson(
                question,
                answered,
                outcome,
                confidence,
                passage,
                closest,
                speaker,
                nearest,
                second.map(SecondSourceJson::of).orElse(null),
                millis);
    }

    /// What the reader is shown.
    enum Outcome {
        @JsonProperty("answered")
        ANSWERED,
        @JsonProperty("closest")
        CLOSEST,
        /// No passage, or no question was asked.
        @JsonProperty("none")
        NONE
    }

    /// A passage with its source. Offsets are UTF-16 units of the article's text.
    record PassageJson(
            String articleId,
            String title,
            @Nullable String publisher,
            @Nullable String published,
            @Nullable String url,
            int paragraph,
            int start,
            int end,
            String text,
            @Nullable EmphasisJson emphasis) {

        static PassageJson of(Passage passage) {
            return of(passage, null);
        }

        static PassageJson of(Passage passage, @Nullable TextSpan emphasis) {
            Article article = passage.article();
            Publication publication = article.publication();
            return new PassageJson(
                    article.id(),
                    publication.title(),
                    publication.publisher(),
                    Objects.toString(publication.published(), null),
                    Objects.toString(publication.url(), null),
                    passage.paragraph(),
                    passage.span().start(),
                    passage.span().end(),
                    passage.text(),
                    emphasis == null ? null : EmphasisJson.of(article, emphasis));
        }
    }

    /// The passage of another article that answers the same question.
    record SecondSourceJson(PassageJson passage, @Nullable Speaker speaker) {

        static SecondSourceJson of(Answer.Found found) {
            return new SecondSourceJson(
                    PassageJson.of(found.passage(), found.emphasis()), found.speaker());
        }
    }

    /// The emphasized words and their offsets.
    record EmphasisJson(int start, int end, String text) {

        static EmphasisJson of(Article article, TextSpan span) {
            return new EmphasisJson(span.start(), span.end(), span.of(article.text()));
        }
    }
}

package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.stream.Stream;

/// The earlier part of a dialogue, as far as the next question may refer back to it.
///
/// It has plain values only, so that it can be stored anywhere and outlives the articles: a passage
/// that has changed since simply isn't found again. Keep one for each person and conversation;
/// [Answerer] can't tell users apart.
///
/// @param question the last question, rewritten to be clear by itself; empty when nothing was asked
///   yet
/// @param shown what was shown for it and since, the last one last
public record DialogueContext(String question, List<Shown> shown) {

    /// The start of a dialogue.
    public static final DialogueContext NONE = new DialogueContext("", List.of());

    /// Few users ask for more so often. What was shown before that may be shown again.
    private static final int MAX_SHOWN = 20;

    public DialogueContext {
        shown = List.copyOf(shown.subList(Math.max(0, shown.size() - MAX_SHOWN), shown.size()));
    }

    /// A passage that was shown.
    ///
    /// @param fingerprint of the passage's text
    /// @param emphasis counted from the passage's start, since the article may have grown
    public record Shown(String articleId, int fingerprint, TextSpan emphasis) {

        static Shown of(Passage passage, TextSpan emphasis) {
            return new Shown(
                    passage.article().id(),
                    fingerprint(passage),
                    emphasis.shifted(-passage.span().start()));
        }

        /// Whether this is a passage of the same article with the same text.
        boolean matches(Passage passage) {
            return fingerprint == fingerprint(passage)
                    && articleId.equals(passage.article().id())
                    && emphasis.end() <= passage.span().length();
        }

        /// The same on every machine, as the Java language specifies it.
        private static int fingerprint(Passage passage) {
            return passage.text().hashCode();
        }
    }

    /// The context after a question that is clear by itself.
    static DialogueContext of(String question, Answer answer) {
        return new DialogueContext(question, shown(answer).toList());
    }

    /// The context after a question that is clear by itself. When nothing was found, the last
    /// answered exchange stays, and beside a passage that may not answer what was shown before.
    DialogueContext afterStandalone(String question, Answer answer) {
        return switch (answer) {
            case Answer.NotFound _ -> shown.isEmpty() ? of(question, answer) : this;
            case Answer.Closest _ -> with(question, answer);
            case Answer.Found _, Answer.Unattributed _, Answer.NoQuestion _ -> of(question, answer);
        };
    }

    /// The context after a follow-up.
    DialogueContext with(String rewritten, Answer answer) {
        return new DialogueContext(
                rewritten, Stream.concat(shown.stream(), shown(answer)).toList());
    }

    /// The turn after a follow-up. When nothing was found, the next question may still refer to
    /// this context.
    Turn followedBy(String rewritten, Answer answer) {
        return new Turn(answer, answer instanceof Answer.Found ? with(rewritten, answer) : this);
    }

    private static Stream<Shown> shown(Answer answer) {
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, _, _, _) ->
                    Stream.of(Shown.of(passage, emphasis));
            case Answer.Unattributed(var passage, var emphasis) ->
                    Stream.of(Shown.of(passage, emphasis));
            case Answer.Closest(var passage, var emphasis, _, _, _) ->
                    Stream.of(Shown.of(passage, emphasis));
            case Answer.NotFound _, Answer.NoQuestion _ -> Stream.empty();
        };
    }

    boolean hasShown(Passage passage) {
        return shown.stream().anyMatch(one -> one.matches(passage));
    }

    /// An answer, and the context of the same person's next question.
    public record Turn(Answer answer, DialogueContext context) {}
}

package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.stream.Stream;

/// What was said before, as far as the next question may go back to it. Plain values only, so that
/// it can be kept anywhere and outlives the articles it is about: what has changed since is simply
/// not remembered.
///
/// Keep one for each person and conversation. [Answerer] can't tell one asker from another.
///
/// @param question the last question as it was understood; empty when nothing was asked yet
/// @param shown what was shown for it and since, the last one last
public record DialogueContext(String question, List<Shown> shown) {

    /// Nothing was said yet.
    public static final DialogueContext NONE = new DialogueContext("", List.of());

    /// Nobody asks for more so often; what was shown before that may be shown again.
    private static final int MOST_SHOWN = 20;

    public DialogueContext {
        shown = List.copyOf(shown.subList(Math.max(0, shown.size() - MOST_SHOWN), shown.size()));
    }

    /// A passage that was shown.
    ///
    /// @param fingerprint of the passage's words
    /// @param emphasis in the passage, not in the article, which may have grown since
    public record Shown(String articleId, int fingerprint, TextSpan emphasis) {

        static Shown of(Passage passage, TextSpan emphasis) {
            return new Shown(
                    passage.article().id(),
                    fingerprint(passage),
                    emphasis.shifted(-passage.span().start()));
        }

        /// Whether a passage of the same article still has the very words.
        boolean is(Passage passage) {
            return fingerprint == fingerprint(passage)
                    && articleId.equals(passage.article().id())
                    && emphasis.end() <= passage.span().length();
        }

        /// The same on every machine, as the language promises.
        private static int fingerprint(Passage passage) {
            return passage.text().hashCode();
        }
    }

    /// After a question that stands by itself.
    static DialogueContext of(String question, Answer answer) {
        return new DialogueContext(question, shown(answer).toList());
    }

    /// After a question that went back to this.
    DialogueContext with(String understood, Answer answer) {
        return new DialogueContext(
                understood, Stream.concat(shown.stream(), shown(answer)).toList());
    }

    /// The exchange that goes back to this; when it has found nothing, the next one still may.
    DialogueTurn follow(String understood, Answer answer) {
        return new DialogueTurn(
                answer, answer instanceof Answer.Found ? with(understood, answer) : this);
    }

    private static Stream<Shown> shown(Answer answer) {
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, _, _) ->
                    Stream.of(Shown.of(passage, emphasis));
            case Answer.Unattributed(var passage, var emphasis) ->
                    Stream.of(Shown.of(passage, emphasis));
            case Answer.Closest(var passage, var emphasis, _, _) ->
                    Stream.of(Shown.of(passage, emphasis));
            case Answer.NotFound _, Answer.NoQuestion _ -> Stream.empty();
        };
    }

    boolean hasShown(Passage passage) {
        return shown.stream().anyMatch(one -> one.is(passage));
    }
}

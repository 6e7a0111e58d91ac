package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.DialogueTurn;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.StoredAnswer.Asking;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Identity;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers questions, and remembers what was answered. Thread-safe.
public final class QuestionHandler {

    private final QuestionAnsweringService questionAnsweringService;
    private final AnswerStore given;
    private final EditedQuestionStore edits;
    private final Supplier<Identity> me;

    /// @param me who we are, as far as it is known by now
    public QuestionHandler(
            QuestionAnsweringService questionAnsweringService,
            AnswerStore given,
            EditedQuestionStore edits,
            Supplier<Identity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.given = given;
        this.edits = edits;
        this.me = me;
    }

    /// Answers, as a reply to the question; not when the question has been changed since, and that
    /// has come first.
    ///
    /// @param otherwise what to say when the answer is refused
    public void answer(Incoming.Asked asked, ChatSettings settings, Call otherwise, Turn turn) {
        if (!edits.isOutdated(asked)) {
            answerNow(asked, settings, otherwise, turn);
        }
    }

    private void answerNow(Incoming.Asked asked, ChatSettings settings, Call otherwise, Turn turn) {
        Answered answered = answered(asked, settings, before(asked));
        Call call = Requests.reply(asked, answered.reply(), otherwise);
        say(answered, call, turn);
    }

    /// Answers a question that has been changed: in the place of the answer it had, and as far as
    /// it went back to something, to the same; below the question when it had none. Of two changes
    /// that come in the wrong order the later one stays.
    ///
    /// @param otherwise what to say when the answer is refused
    public void answerAnew(
            Incoming.Edited edited, ChatSettings settings, Call otherwise, Turn turn) {
        if (edits.isOutdated(edited)) {
            return;
        }
        turn.write(rows -> EditedQuestionStore.note(edited, rows));
        Incoming.Asked asked = edited.question();
        given.toQuestion(asked.origin().chatId(), asked.origin().messageId())
                .ifPresentOrElse(
                        earlier -> replace(earlier, asked, settings, turn),
                        () -> answerNow(asked, settings, otherwise, turn));
    }

    private void replace(
            StoredAnswer earlier, Incoming.Asked asked, ChatSettings settings, Turn turn) {
        if (earlier.asking().question().equals(asked.text())) {
            return;
        }
        Answered answered = answered(asked, settings, earlier.before());
        Call below = Requests.reply(asked.origin(), answered.reply());
        Call call =
                given.messageOf(earlier)
                        .map(asked.origin()::at)
                        .map(place -> Requests.edit(place, answered.reply()).otherwise(below))
                        .orElse(below);
        turn.write(rows -> AnswerStore.forget(earlier, rows));
        say(answered, call, turn);
    }

    /// @param kept missing when no question was asked
    private record Answered(Reply reply, Optional<StoredAnswer> kept) {}

    private Answered answered(Incoming.Asked asked, ChatSettings settings, DialogueContext before) {
        Origin origin = asked.origin();
        MessageCatalog messages = settings.wording(origin);
        DialogueTurn dialogueTurn =
                questionAnsweringService.ask(
                        new Question(asked.text(), settings.articleIds()), before);
        Optional<StoredAnswer> kept =
                Outcome.of(dialogueTurn.answer())
                        .map(
                                outcome ->
                                        given.made(
                                                Asking.of(origin, asked.text(), given.now()),
                                                outcome,
                                                before,
                                                dialogueTurn.context()));
        Reply reply = new AnswerRenderer(messages, settings.length()).reply(dialogueTurn.answer());
        return new Answered(
                kept.map(one -> reply.with(buttons(dialogueTurn.answer(), one, messages)))
                        .orElse(reply),
                kept);
    }

    private DialogueContext before(Incoming.Asked asked) {
        return given.before(asked.origin(), asked.repliedTo())
                .map(StoredAnswer::after)
                .orElse(DialogueContext.NONE);
    }

    private void say(Answered answered, Call call, Turn turn) {
        turn.say(answered.kept().map(one -> given.receipted(call, one)).orElse(call));
        answered.kept().ifPresent(one -> remember(one, turn));
    }

    private static void remember(StoredAnswer answer, Turn turn) {
        turn.write(rows -> AnswerStore.keep(answer, rows));
        if (answer.isWanting() && answer.stoodAlone()) {
            Asking asking = answer.asking();
            turn.write(
                    rows ->
                            UnansweredQuestionStore.count(
                                    asking.question(), asking.askedAt(), rows));
        }
    }

    private List<List<Reply.Button>> buttons(
            Answer answer, StoredAnswer kept, MessageCatalog messages) {
        var buttons = new AnswerButtons(messages, me.get());
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, var speaker, _) ->
                    buttons.answer(kept, passage, emphasis, speaker);
            case Answer.Closest(var passage, var emphasis, var speaker, _) ->
                    buttons.answer(kept, passage, emphasis, speaker);
            case Answer.Unattributed(var passage, var emphasis) ->
                    buttons.answer(kept, passage, emphasis, null);
            case Answer.NotFound notFound ->
                    notFound.nearest().isEmpty() ? List.of() : buttons.abstained(kept);
            case Answer.NoQuestion _ -> List.of();
        };
    }
}

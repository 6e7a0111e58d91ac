package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.DialogueTurn;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers questions, and remembers what was answered. Thread-safe.
public final class QuestionHandler {

    private final QuestionAnsweringService questionAnsweringService;
    private final AnswerStore given;
    private final EditedQuestionStore edits;
    private final Supplier<BotIdentity> me;

    /// @param me who we are, as far as it is known by now
    public QuestionHandler(
            QuestionAnsweringService questionAnsweringService,
            AnswerStore given,
            EditedQuestionStore edits,
            Supplier<BotIdentity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.given = given;
        this.edits = edits;
        this.me = me;
    }

    /// Answers, as a reply to the question; not when the question has been changed since, and that
    /// has come first.
    ///
    /// @param otherwise what to say when the answer is refused
    public void answer(
            Incoming.Asked asked,
            ChatSettings settings,
            ApiCall otherwise,
            ReplyTransaction transaction) {
        if (!edits.isSuperseded(asked)) {
            answerNow(asked, settings, otherwise, transaction);
        }
    }

    private void answerNow(
            Incoming.Asked asked,
            ChatSettings settings,
            ApiCall otherwise,
            ReplyTransaction transaction) {
        Answered answered = answered(asked, settings, before(asked));
        ApiCall call = CallFactory.reply(asked, answered.reply(), otherwise);
        say(answered, call, transaction);
    }

    /// Answers a question that has been changed: in the place of the answer it had, and as far as
    /// it went back to something, to the same; below the question when it had none. Of two changes
    /// that come in the wrong order the later one stays.
    ///
    /// @param otherwise what to say when the answer is refused
    public void answerAnew(
            Incoming.Edited edited,
            ChatSettings settings,
            ApiCall otherwise,
            ReplyTransaction transaction) {
        if (edits.isSuperseded(edited)) {
            return;
        }
        transaction.write(rows -> EditedQuestionStore.recordEdit(edited, rows));
        Incoming.Asked asked = edited.question();
        given.findByQuestion(asked.context().chatId(), asked.context().messageId())
                .ifPresentOrElse(
                        earlier -> replace(earlier, asked, settings, transaction),
                        () -> answerNow(asked, settings, otherwise, transaction));
    }

    private void replace(
            StoredAnswer earlier,
            Incoming.Asked asked,
            ChatSettings settings,
            ReplyTransaction transaction) {
        if (earlier.asked().question().equals(asked.text())) {
            return;
        }
        Answered answered = answered(asked, settings, earlier.contextBefore());
        ApiCall below = CallFactory.reply(asked.context(), answered.reply());
        ApiCall call =
                given.messageIdOf(earlier)
                        .map(asked.context()::at)
                        .map(place -> CallFactory.edit(place, answered.reply()).otherwise(below))
                        .orElse(below);
        transaction.write(rows -> AnswerStore.deleteAnswer(earlier, rows));
        say(answered, call, transaction);
    }

    /// @param kept missing when no question was asked
    private record Answered(ReplyMessage reply, Optional<StoredAnswer> kept) {}

    private Answered answered(Incoming.Asked asked, ChatSettings settings, DialogueContext before) {
        MessageContext context = asked.context();
        MessageCatalog messages = settings.catalogFor(context);
        DialogueTurn dialogueTurn =
                questionAnsweringService.ask(
                        new Question(asked.text(), settings.articleIds()), before);
        Optional<StoredAnswer> kept =
                Outcome.of(dialogueTurn.answer())
                        .map(
                                outcome ->
                                        given.create(
                                                AskedQuestion.of(
                                                        context, asked.text(), given.now()),
                                                outcome,
                                                before,
                                                dialogueTurn.context()));
        ReplyMessage reply =
                new AnswerRenderer(messages, settings.length()).render(dialogueTurn.answer());
        return new Answered(
                kept.map(one -> reply.withButtons(buttons(dialogueTurn.answer(), one, messages)))
                        .orElse(reply),
                kept);
    }

    private DialogueContext before(Incoming.Asked asked) {
        return given.findPrevious(asked.context(), asked.repliedTo())
                .map(StoredAnswer::contextAfter)
                .orElse(DialogueContext.NONE);
    }

    private void say(Answered answered, ApiCall call, ReplyTransaction transaction) {
        transaction.say(answered.kept().map(one -> given.withSendListener(call, one)).orElse(call));
        answered.kept().ifPresent(one -> remember(one, transaction));
    }

    private static void remember(StoredAnswer answer, ReplyTransaction transaction) {
        transaction.write(rows -> AnswerStore.insert(answer, rows));
        if (answer.isUnsatisfactory() && answer.isStandalone()) {
            AskedQuestion asking = answer.asked();
            transaction.write(
                    rows ->
                            UnansweredQuestionStore.increment(
                                    asking.question(), asking.askedAt(), rows));
        }
    }

    private List<List<ReplyMessage.Button>> buttons(
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

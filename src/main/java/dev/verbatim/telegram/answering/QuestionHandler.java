package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.answer.RelatedQuestions.Related;
import dev.verbatim.article.Article;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.AnswerLength;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A handler that answers questions and stores the answers. Thread-safe.
public final class QuestionHandler {

    /// Finding the passage for so many characters takes a while.
    private static final int LONG_QUESTION = 200;

    /// So much of a question is repeated above its late answer.
    private static final int MAX_REPEATED = 200;

    private static final Answer CHATTER = new Answer.NoQuestion(Answer.Intent.ACKNOWLEDGMENT);

    private final MeteredAnswerer answerer;
    private final AnswerStore answers;
    private final AnswerRecorder recorder;
    private final EditedQuestionStore edits;
    private final Supplier<BotIdentity> bot;

    /// @param bot the bot's identity, as far as Telegram has told it yet
    public QuestionHandler(
            MeteredAnswerer answerer,
            AnswerStore answers,
            EditedQuestionStore edits,
            Supplier<BotIdentity> bot) {
        this.answerer = answerer;
        this.answers = answers;
        this.recorder = new AnswerRecorder(answers);
        this.edits = edits;
        this.bot = bot;
    }

    /// Answers in a reply to the question. A question whose edit arrived first is left to that
    /// edit. In a group a reply to the bot that asks nothing is a remark to the others: it gets no
    /// answer, but thanks get a nod.
    public void answer(Incoming.Asked asked, Responder responder) {
        if (isRemark(asked)) {
            if (Answerer.thanks(asked.text())) {
                CallFactory.nod(asked.context(), responder.transaction());
            }
        } else if (!edits.isSuperseded(asked)) {
            answerBelow(asked, responder);
        }
    }

    private static boolean isRemark(Incoming.Asked asked) {
        return asked.incidental() && !Answerer.asks(asked.text());
    }

    private void answerBelow(Incoming.Asked asked, Responder responder) {
        if (!asked.context().kind().isGroup() && asked.text().length() > LONG_QUESTION) {
            CallFactory.typing(asked.context(), responder.transaction());
        }
        DialogueContext before =
                answers.findPrevious(asked.context(), asked.repliedTo())
                        .map(StoredAnswer::contextAfter)
                        .orElseGet(() -> quoted(asked, responder));
        Answered answered = answered(asked, before, responder);
        send(answered, reply(asked, answered.reply(), failure(responder)), responder);
    }

    /// Quotes no words that may not be kept: the call is stored until it is made.
    private ApiCall reply(Incoming.Asked asked, ReplyMessage reply, ApiCall failure) {
        return answers.mayKeepWords(asked)
                ? CallFactory.reply(asked, reply, failure)
                : CallFactory.reply(asked.context(), reply).otherwise(failure);
    }

    /// The context that the words make which the user has quoted.
    private DialogueContext quoted(Incoming.Asked asked, Responder responder) {
        RepliedTo target = asked.repliedTo();
        return target == null || !target.quoted()
                ? DialogueContext.NONE
                : answerer.contextOf(
                        new Question(target.text(), responder.settings().articleIds()));
    }

    /// The message that Telegram gets when it refuses the answer. It is stored with the answer, so
    /// that it is also sent after a restart.
    private static ApiCall failure(Responder responder) {
        String text = MessageKey.FAILED.in(responder.messages());
        return CallFactory.send(responder.context(), ReplyMessage.of(text));
    }

    /// Sends the answer to a question that had none when it was asked, in a reply to it.
    ///
    /// @param turn the question, asked again
    public void answerLater(Incoming.Asked asked, DialogueContext.Turn turn, Responder responder) {
        Answered answered = answered(asked, DialogueContext.NONE, List.of(turn), responder);
        ReplyMessage reply = withQuestion(asked, answered.reply(), responder.messages());
        MessageContext context = asked.context();
        ApiCall call =
                context.messageId() == 0
                        ? CallFactory.send(context, reply)
                        : CallFactory.reply(context, reply);
        send(answered, call, responder);
    }

    /// Repeats the question above its answer, unless that fills a message.
    private static ReplyMessage withQuestion(
            Incoming.Asked asked, ReplyMessage answer, MessageCatalog messages) {
        String question =
                Truncation.ellipsize(MessageCatalog.onOneLine(asked.text()), MAX_REPEATED);
        var message =
                new MessageBuilder()
                        .line(MessageKey.PENDING_ANSWERED.in(messages, question))
                        .blankLine();
        return message.length() + answer.text().length() > ReplyMessage.MAX_LENGTH
                ? answer
                : message.add(answer).build().withButtons(answer.rows());
    }

    /// Answers an edited question in the place of its earlier answer and with the dialogue context
    /// of that answer, or below the question when it had none. Of two edits that arrive in the
    /// wrong order, the later one wins.
    public void answerEdited(Incoming.Edited edited, Responder responder) {
        if (edits.isSuperseded(edited)) {
            return;
        }
        responder.transaction().write(rows -> EditedQuestionStore.recordEdit(edited, rows));
        Incoming.Asked asked = edited.question();
        if (isRemark(asked)) {
            return;
        }
        answers.findByQuestion(asked.context().chatId(), asked.context().messageId())
                .ifPresentOrElse(
                        earlier -> replace(earlier, asked, responder),
                        () -> answerBelow(asked, responder));
    }

    private void replace(StoredAnswer earlier, Incoming.Asked asked, Responder responder) {
        if (earlier.asked().question().equals(asked.text())) {
            return;
        }
        Answered answered = answered(asked, earlier.contextBefore(), responder);
        ApiCall below = CallFactory.reply(asked.context(), answered.reply());
        ApiCall call =
                answers.messageIdOf(earlier)
                        .map(asked.context()::replyingTo)
                        .map(place -> CallFactory.edit(place, answered.reply()).otherwise(below))
                        .orElse(below);
        responder.transaction().write(rows -> AnswerStore.deleteAnswer(earlier, rows));
        send(answered, call, responder);
    }

    /// @param stored missing when no question was asked
    private record Answered(ReplyMessage reply, Answer answer, Optional<StoredAnswer> stored) {}

    private Answered answered(Incoming.Asked asked, DialogueContext before, Responder responder) {
        return answered(asked, before, turns(asked, before, responder), responder);
    }

    private Answered answered(
            Incoming.Asked asked,
            DialogueContext before,
            List<DialogueContext.Turn> turns,
            Responder responder) {
        List<Answer> shown = turns.stream().map(turn -> shown(asked, turn.answer())).toList();
        MessageCatalog messages = responder.messages();
        ReplyMessage reply =
                secondSource(asked, shown, responder)
                        .map(second -> beside(shown.getFirst(), second, messages))
                        .orElseGet(
                                () ->
                                        new AnswerRenderer(messages, responder.settings().length())
                                                .render(shown));
        Answer last = shown.getLast();
        return Outcome.of(last)
                .map(outcome -> recorder.create(asked, outcome, before, turns.getLast().context()))
                .map(
                        stored ->
                                new Answered(
                                        reply.withButtons(buttons(asked, last, stored, responder)),
                                        last,
                                        Optional.of(stored)))
                .orElseGet(() -> new Answered(reply, last, Optional.empty()));
    }

    /// Of a question that is clear by itself; readers who want short answers get one.
    private Optional<Answer.Found> secondSource(
            Incoming.Asked asked, List<Answer> shown, Responder responder) {
        return shown.size() == 1 && responder.settings().length() != AnswerLength.SHORT
                ? answerer.secondSource(asked.text(), shown.getFirst(), responder.settings())
                : Optional.empty();
    }

    private static ReplyMessage beside(Answer first, Answer.Found second, MessageCatalog messages) {
        return new SideBySide(messages).render((Answer.Found) first, second);
    }

    /// A turn for each question of the message.
    private List<DialogueContext.Turn> turns(
            Incoming.Asked asked, DialogueContext before, Responder responder) {
        return answerer.answerAll(
                new Question(asked.text(), responder.settings().articleIds()), before);
    }

    private static Answer shown(Incoming.Asked asked, Answer answer) {
        return isChatter(asked, answer) ? CHATTER : answer;
    }

    /// Whether a reply to the bot in a private chat asks nothing, and finds nothing either. Words
    /// without a question that do find an answer are a search.
    private static boolean isChatter(Incoming.Asked asked, Answer answer) {
        boolean shows = answer instanceof Answer.Closest || answer instanceof Answer.NotFound;
        RepliedTo target = asked.repliedTo();
        return shows
                && !asked.context().kind().isGroup()
                && target != null
                && target.ours()
                && !Answerer.asks(asked.text());
    }

    private void send(Answered answered, ApiCall call, Responder responder) {
        ReplyTransaction transaction = responder.transaction();
        transaction.send(
                answered.stored()
                        .map(stored -> answers.withSendListener(call, stored))
                        .orElse(call));
        answered.stored()
                .ifPresent(stored -> recorder.record(stored, answered.answer(), responder));
    }

    private List<Related> related(
            Incoming.Asked asked, Answer.NotFound abstention, Responder responder) {
        var question = new Question(asked.text(), responder.settings().articleIds());
        return answerer.relatedQuestions().near(question, abstention);
    }

    /// Finds out which questions about an article that has come or changed can be offered after an
    /// abstention.
    public void prepareRelated(Article article) {
        answerer.relatedQuestions().prepare(article);
    }

    /// What refers to what was said before can't be asked again by itself.
    private boolean mayBeToldLater(StoredAnswer stored) {
        return answers.keepsPending()
                && !stored.asked().question().isEmpty()
                && stored.isStandalone();
    }

    private List<List<ReplyMessage.Button>> buttons(
            Incoming.Asked asked, Answer answer, StoredAnswer stored, Responder responder) {
        var buttons = new AnswerButtons(responder.messages(), bot.get());
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, var speaker, _, _) ->
                    buttons.answer(stored, passage, emphasis, speaker);
            case Answer.Closest(var passage, var emphasis, var speaker, _, _) ->
                    buttons.answer(stored, passage, emphasis, speaker);
            case Answer.Unattributed(var passage, var emphasis) ->
                    buttons.answer(stored, passage, emphasis, null);
            case Answer.NotFound notFound ->
                    buttons.forAbstention(
                            stored,
                            notFound.nearest(),
                            related(asked, notFound, responder),
                            mayBeToldLater(stored));
            case Answer.NoQuestion _ -> List.of();
        };
    }
}

package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.answering.CitationCheck.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Reason;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.function.Supplier;

/// A handler of the deep links that lead to a passage: `t.me/<bot>?start=…`. Thread-safe.
public final class PassageLinkHandler {

    private final Answerer answerer;
    private final CurrentArticles articles;
    private final AnswerStore answers;
    private final Supplier<BotIdentity> bot;

    public PassageLinkHandler(
            Answerer answerer,
            CurrentArticles articles,
            AnswerStore answers,
            Supplier<BotIdentity> bot) {
        this.answerer = answerer;
        this.articles = articles;
        this.answers = answers;
        this.bot = bot;
    }

    /// Shows the passage and says since when it reads so; or says what has changed, or that it is
    /// gone.
    public void open(PassageReference reference, Responder responder) {
        switch (new CitationCheck(articles, responder.messages()).check(reference)) {
            case Outcome.Same(var passage, var emphasis, var note) ->
                    show(passage, emphasis, note, responder);
            case Outcome.Different(var message) -> responder.sendStandalone(message.forUserOnly());
            case Outcome.Gone() ->
                    responder.sendStandalone(
                            ReplyMessage.of(MessageKey.LINK_LOST.in(responder.messages()))
                                    .forUserOnly());
        }
    }

    private void show(Passage passage, TextSpan emphasis, String note, Responder responder) {
        MessageCatalog messages = responder.messages();
        Speaker speaker = answerer.speaker(passage, emphasis).orElse(null);
        StoredAnswer stored =
                answers.create(
                        AskedQuestion.of(responder.context(), "", answers.now()),
                        StoredAnswer.Outcome.Shown.of(Reason.LINKED, passage, emphasis, speaker),
                        DialogueContext.NONE,
                        DialogueContext.NONE);
        String speakerLine = speaker == null ? "" : messages.speaker(speaker);
        ReplyMessage reply =
                new PassageRenderer(messages)
                        .renderLinked(passage, emphasis, speakerLine, note)
                        .withButtons(
                                new AnswerButtons(messages, bot.get())
                                        .answer(stored, passage, emphasis, speaker));
        responder
                .transaction()
                .send(
                        answers.withSendListener(
                                CallFactory.send(responder.context(), reply), stored));
        responder.transaction().write(rows -> AnswerStore.insert(stored, rows));
    }
}

package dev.verbatim.telegram.answering;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Reason;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.PassageReference.Resolution;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.MessageContext;
import java.util.function.Supplier;

/// Opens the links that lead to a passage: `t.me/<bot>?start=…`. Thread-safe.
public final class PassageLinkHandler {

    private final QuestionAnsweringService questionAnsweringService;
    private final Library library;
    private final AnswerStore given;
    private final Supplier<BotIdentity> me;

    public PassageLinkHandler(
            QuestionAnsweringService questionAnsweringService,
            Library library,
            AnswerStore given,
            Supplier<BotIdentity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.library = library;
        this.given = given;
        this.me = me;
    }

    /// Shows the passage, or says that it has changed or is gone.
    public void open(
            MessageContext context,
            PassageReference place,
            ChatSettings settings,
            ReplyTransaction transaction) {
        MessageCatalog messages = settings.catalogFor(context);
        switch (opening(place)) {
            case Resolution.Unchanged same -> show(context, same, messages, transaction);
            case Resolution.Changed(var passage) ->
                    transaction.say(
                            CallFactory.send(
                                    context, new PassageRenderer(messages).renderChanged(passage)));
            case Resolution.Missing() ->
                    transaction.say(
                            CallFactory.send(
                                    context, ReplyMessage.of(MessageKey.LINK_LOST.in(messages))));
        }
    }

    private Resolution opening(PassageReference place) {
        return library.articles().stream()
                .map(ArticleInfo::articleId)
                .filter(place::isOf)
                .findFirst()
                .flatMap(questionAnsweringService::article)
                .map(place::resolve)
                .orElseGet(Resolution.Missing::new);
    }

    private void show(
            MessageContext context,
            Resolution.Unchanged place,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        Passage passage = place.passage();
        TextSpan emphasis = place.emphasis();
        Speaker speaker =
                questionAnsweringService.answerer().speaker(passage, emphasis).orElse(null);
        StoredAnswer kept =
                given.create(
                        AskedQuestion.of(context, "", given.now()),
                        Outcome.Shown.of(Reason.LINKED, passage, emphasis, speaker),
                        DialogueContext.NONE,
                        DialogueContext.NONE);
        String by = speaker == null ? "" : messages.speaker(speaker);
        ReplyMessage reply =
                new PassageRenderer(messages)
                        .renderLinked(passage, emphasis, by)
                        .withButtons(
                                new AnswerButtons(messages, me.get())
                                        .answer(kept, passage, emphasis, speaker));
        transaction.say(given.withSendListener(CallFactory.send(context, reply), kept));
        transaction.write(rows -> AnswerStore.insert(kept, rows));
    }
}

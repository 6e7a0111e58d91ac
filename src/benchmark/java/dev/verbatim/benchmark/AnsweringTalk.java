package dev.verbatim.benchmark;

import dev.verbatim.answer.Answerer;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.FailureReason;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Answers every message, and says only which one: how an answer looks costs nothing, here as
/// there.
record AnsweringTalk(Answerer answerer) implements UpdateHandler {

    @Override
    public void handle(Update update, ReplyTransaction transaction) {
        String text = update.getMessage().getText();
        answerer.answer(Question.of(text.substring(text.indexOf(' ') + 1)));
        long chat = update.getMessage().getChatId();
        transaction.say(
                ApiCall.of(
                        chat,
                        SendMessage.builder()
                                .chatId(chat)
                                .text(text.substring(0, text.indexOf(' ')))
                                .build()));
    }

    @Override
    public boolean wantsReply(Update update) {
        return true;
    }

    @Override
    public void excuse(Update update, FailureReason why, ReplyTransaction transaction) {
        throw new IllegalStateException(why.name());
    }

    @Override
    public void awaitReady() throws InterruptedException {
        // the index is there
    }

    @Override
    public void introduce(BotApiGateway gateway) {
        // nobody looks
    }
}

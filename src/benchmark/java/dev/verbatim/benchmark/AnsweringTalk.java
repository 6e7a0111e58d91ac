package dev.verbatim.benchmark;

import dev.verbatim.answer.Answerer;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.Call;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Talk;
import dev.verbatim.telegram.delivery.Turn;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Answers every message, and says only which one: how an answer looks costs nothing, here as
/// there.
record AnsweringTalk(Answerer answerer) implements Talk {

    @Override
    public void handle(Update update, Turn turn) {
        String text = update.getMessage().getText();
        answerer.answer(Question.of(text.substring(text.indexOf(' ') + 1)));
        long chat = update.getMessage().getChatId();
        turn.say(
                Call.of(
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
    public void excuse(Update update, Excuse why, Turn turn) {
        throw new IllegalStateException(why.name());
    }

    @Override
    public void awaitReady() throws InterruptedException {
        // the index is there
    }

    @Override
    public void introduce(Gateway gateway) {
        // nobody looks
    }
}

package dev.verbatim.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.answer.Answerer;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.UpdateDecoder;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/// Answers every message, and says only which one: how an answer looks costs nothing, here as
/// there.
record AnsweringUpdateHandler(Answerer answerer) implements UpdateHandler {

    @Override
    public DecodedUpdate decode(JsonNode update) throws JsonProcessingException {
        return new UpdateDecoder(BotIdentity.UNKNOWN).decode(update);
    }

    @Override
    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
        if (update.incoming() instanceof Incoming.Asked question) {
            String text = question.text();
            answerer.answer(Question.of(text.substring(text.indexOf(' ') + 1)));
            long chat = question.context().chatId();
            transaction.send(
                    ApiCall.of(
                            chat,
                            SendMessage.builder()
                                    .chatId(chat)
                                    .text(text.substring(0, text.indexOf(' ')))
                                    .build()));
        }
    }

    @Override
    public void apologize(
            DecodedUpdate update, FailureReason reason, ReplyTransaction transaction) {
        throw new IllegalStateException(reason.name());
    }

    @Override
    public void awaitReady() throws InterruptedException {
        // the index is there
    }

    @Override
    public boolean publishProfile(BotApiGateway gateway) {
        return true; // nobody looks
    }
}

package dev.verbatim.telegram;

import dev.verbatim.article.Library;
import dev.verbatim.telegram.delivery.Excuse;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Talk;
import dev.verbatim.telegram.delivery.Turn;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Talks about the articles.
record ArticleTalk(Conversation conversation, Library library) implements Talk {

    @Override
    public void handle(Update update, Turn turn) {
        if (UpdateDecoder.decode(update) instanceof Incoming.Addressed addressed) {
            conversation.reply(addressed, turn);
        }
    }

    @Override
    public boolean wantsReply(Update update) {
        return UpdateDecoder.decode(update) instanceof Incoming.Addressed;
    }

    @Override
    public void excuse(Update update, Excuse why, Turn turn) {
        if (UpdateDecoder.decode(update) instanceof Incoming.Addressed addressed) {
            conversation.excuse(addressed, why, turn);
        }
    }

    @Override
    public void awaitReady() throws InterruptedException {
        library.awaitSettled();
    }

    @Override
    public void introduce(Gateway gateway) {
        new Introduction(gateway).make();
    }
}

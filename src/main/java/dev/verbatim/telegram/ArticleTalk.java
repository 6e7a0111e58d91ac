package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Library;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Handler;
import dev.verbatim.telegram.delivery.Talk;

/// Talks about the articles.
record ArticleTalk(Answerer answerer, Library library, AnswerTimer timer) implements Talk {

    @Override
    public Handler handler(Gateway gateway) {
        return new Conversation(answerer, library, new Sender(gateway), timer);
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

package dev.verbatim.telegram;

import dev.verbatim.answer.RelatedQuestions;
import dev.verbatim.answer.RelatedQuestions.Related;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData.AskRelated;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;

/// A handler of the buttons that ask a question which was offered after an abstention. It is
/// answered as if the user had written it, in a reply to the message with the button. Thread-safe.
final class RelatedQuestionHandler implements CallbackHandler<AskRelated> {

    private final CurrentArticles articles;
    private final QuestionHandler questions;

    RelatedQuestionHandler(CurrentArticles articles, QuestionHandler questions) {
        this.articles = articles;
        this.questions = questions;
    }

    @Override
    public Class<AskRelated> callbackType() {
        return AskRelated.class;
    }

    @Override
    public void handle(Incoming.Pressed pressed, AskRelated callback, Responder responder) {
        Optional<Related> question =
                articles.findByHash(callback.articleHash(), responder.settings())
                        .flatMap(article -> RelatedQuestions.find(article, callback.key()));
        if (question.isEmpty()) {
            responder.notify(pressed, MessageKey.ARTICLE_CHANGED);
            return;
        }
        responder.acknowledge(pressed);
        questions.answer(
                new Incoming.Asked(pressed.context(), question.get().text(), null), responder);
    }
}

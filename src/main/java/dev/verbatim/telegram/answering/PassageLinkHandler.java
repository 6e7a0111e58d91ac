package dev.verbatim.telegram.answering;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.StoredAnswer.Asking;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Reason;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Bookmark;
import dev.verbatim.telegram.message.Bookmark.Opening;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Identity;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.util.function.Supplier;

/// Opens the links that lead to a passage: `t.me/<bot>?start=…`. Thread-safe.
public final class PassageLinkHandler {

    private final QuestionAnsweringService questionAnsweringService;
    private final Library library;
    private final AnswerStore given;
    private final Supplier<Identity> me;

    public PassageLinkHandler(
            QuestionAnsweringService questionAnsweringService,
            Library library,
            AnswerStore given,
            Supplier<Identity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.library = library;
        this.given = given;
        this.me = me;
    }

    /// Shows the passage, or says that it has changed or is gone.
    public void open(Origin origin, Bookmark place, ChatSettings settings, Turn turn) {
        MessageCatalog messages = settings.wording(origin);
        switch (opening(place)) {
            case Opening.Same same -> show(origin, same, messages, turn);
            case Opening.Changed(var passage) ->
                    turn.say(Requests.send(origin, new PassageView(messages).changed(passage)));
            case Opening.Lost() ->
                    turn.say(Requests.send(origin, Reply.of(Phrase.LINK_LOST.in(messages))));
        }
    }

    private Opening opening(Bookmark place) {
        return library.listings().stream()
                .map(ArticleInfo::articleId)
                .filter(place::isIn)
                .findFirst()
                .flatMap(questionAnsweringService::article)
                .map(place::open)
                .orElseGet(Opening.Lost::new);
    }

    private void show(Origin origin, Opening.Same place, MessageCatalog messages, Turn turn) {
        Passage passage = place.passage();
        TextSpan emphasis = place.emphasis();
        Speaker speaker =
                questionAnsweringService.answerer().speaker(passage, emphasis).orElse(null);
        StoredAnswer kept =
                given.made(
                        Asking.of(origin, "", given.now()),
                        Outcome.Shown.of(Reason.LINKED, passage, emphasis, speaker),
                        DialogueContext.NONE,
                        DialogueContext.NONE);
        String by = speaker == null ? "" : messages.speaker(speaker);
        Reply reply =
                new PassageView(messages)
                        .linked(passage, emphasis, by)
                        .with(
                                new AnswerButtons(messages, me.get())
                                        .answer(kept, passage, emphasis, speaker));
        turn.say(given.receipted(Requests.send(origin, reply), kept));
        turn.write(rows -> AnswerStore.keep(kept, rows));
    }
}

package dev.verbatim.telegram.pending;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CallbackData.PendingCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A handler of the button by which users are told when the articles answer their question, and of
/// the list of these questions in the settings of a private chat. Thread-safe.
public final class PendingQuestionHandler implements CallbackHandler<CallbackData.PendingCallback> {

    private static final int PAGE_SIZE = 8;
    // About what a phone shows of a button.
    private static final int MAX_LABEL = 48;

    private final PendingQuestionStore store;
    private final AnswerStore answers;

    public PendingQuestionHandler(PendingQuestionStore store, AnswerStore answers) {
        this.store = store;
        this.answers = answers;
    }

    @Override
    public Class<PendingCallback> callbackType() {
        return PendingCallback.class;
    }

    @Override
    public void handle(Incoming.Pressed pressed, PendingCallback callback, Responder responder) {
        switch (callback) {
            case CallbackData.TellLater(long answerId) -> tellLater(pressed, answerId, responder);
            case CallbackData.PendingListCallback _ when responder.context().kind().isGroup() ->
                    responder.notify(pressed, MessageKey.BUTTON_LOST);
            case CallbackData.PendingListCallback ofList ->
                    responder.replace(pressed, list(ofList, responder));
        }
    }

    private void tellLater(Incoming.Pressed pressed, long answerId, Responder responder) {
        answers.find(responder.context().chatId(), answerId)
                .filter(answer -> !answer.asked().question().isEmpty())
                .ifPresentOrElse(
                        answer -> toggle(pressed, answer, responder),
                        () -> responder.notify(pressed, MessageKey.BUTTON_LOST));
    }

    /// Only who asked is told: nobody else has agreed that these words are kept for longer.
    private void toggle(Incoming.Pressed pressed, StoredAnswer answer, Responder responder) {
        Optional<PendingQuestion> kept = store.find(answer.id());
        if (answer.asked().personId() != responder.context().personId()) {
            responder.alert(pressed, MessageKey.PENDING_OTHERS);
        } else if (kept.isPresent()) {
            responder.transaction().write(rows -> store.delete(kept.get(), rows));
            responder.alert(pressed, MessageKey.PENDING_TAKEN_BACK);
        } else {
            keep(pressed, PendingQuestion.of(answer), responder);
        }
    }

    private void keep(Incoming.Pressed pressed, PendingQuestion question, Responder responder) {
        long chat = responder.context().chatId();
        long inChat =
                store.of(responder.context().personId()).stream()
                        .filter(other -> other.asked().chatId() == chat)
                        .count();
        if (inChat >= store.perPerson()) {
            alert(pressed, MessageKey.PENDING_LIMIT, store.perPerson(), responder);
        } else {
            responder.transaction().write(rows -> PendingQuestionStore.insert(question, rows));
            alert(pressed, MessageKey.PENDING_KEPT, store.days(), responder);
        }
    }

    private static void alert(
            Incoming.Pressed pressed, MessageKey text, long number, Responder responder) {
        String notice = text.in(responder.messages(), number);
        CallFactory.alert(pressed, notice, responder.transaction());
    }

    private ReplyMessage list(CallbackData.PendingListCallback callback, Responder responder) {
        long person = responder.context().personId();
        List<PendingQuestion> questions = store.of(person);
        return switch (callback) {
            case CallbackData.ShowPending(int page) -> page(questions, page, responder);
            case CallbackData.DeletePending(long id, int page) ->
                    page(without(id, questions, responder), page, responder);
            case CallbackData.DeleteAllPending() -> {
                responder.transaction().write(rows -> store.deleteAll(person, rows));
                yield page(List.of(), 0, responder);
            }
        };
    }

    /// Only the user's own: a button's data can be forged.
    private List<PendingQuestion> without(
            long id, List<PendingQuestion> questions, Responder responder) {
        questions.stream()
                .filter(question -> question.id() == id)
                .forEach(
                        question ->
                                responder
                                        .transaction()
                                        .write(rows -> store.delete(question, rows)));
        return questions.stream().filter(question -> question.id() != id).toList();
    }

    /// @param page counted from 0; a page after the last one shows the last one
    private static ReplyMessage page(
            List<PendingQuestion> questions, int page, Responder responder) {
        MessageCatalog messages = responder.messages();
        int last = Math.max(0, (questions.size() - 1) / PAGE_SIZE);
        int shown = Math.clamp(page, 0, last);
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        questions.stream()
                .skip((long) shown * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .forEach(question -> rows.add(List.of(deleting(question, shown))));
        rows.add(ReplyMessage.Button.pages(shown, last, messages, CallbackData.ShowPending::new));
        if (!questions.isEmpty()) {
            rows.add(
                    List.of(
                            button(
                                    MessageKey.PENDING_DELETE_ALL.in(messages),
                                    new CallbackData.DeleteAllPending())));
        }
        rows.add(
                List.of(
                        button(
                                MessageKey.EARLIER_PAGE.in(messages),
                                new SettingsCallback.ShowOverview())));
        MessageKey text = questions.isEmpty() ? MessageKey.PENDING_NONE : MessageKey.PENDING_LIST;
        return responder.text(text).withButtons(rows);
    }

    private static ReplyMessage.Button deleting(PendingQuestion question, int page) {
        String label = "✕ " + MessageCatalog.onOneLine(question.asked().question());
        return button(label, new CallbackData.DeletePending(question.id(), page));
    }

    private static ReplyMessage.Button button(String label, CallbackData callback) {
        return new ReplyMessage.Button(Truncation.ellipsize(label, MAX_LABEL), callback);
    }
}

package dev.verbatim.telegram.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Repeats every question behind the same words, but where a test says otherwise.
class CannedTalk implements UpdateHandler {

    static final String ANSWER = "NATO allies meet in Brussels.";

    /// What has been said already, in the order it was begun.
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// The chats that have told us to go.
    final List<Long> gone = new CopyOnWriteArrayList<>();

    /// The chats that have moved, from and to.
    final List<Map.Entry<Long, Long>> moved = new CopyOnWriteArrayList<>();

    private final Map<String, Callable<String>> answers = new ConcurrentHashMap<>();

    void answers(String question, Callable<String> answer) {
        answers.put(question, answer);
    }

    @Override
    public void handle(Update update, ReplyTransaction transaction) {
        Message message = update.getMessage();
        if (wantsReply(update)) {
            asked.add(message.getText());
            transaction.say(reply(update, answer(message.getText())));
        }
    }

    @Override
    public boolean wantsReply(Update update) {
        return update.getMessage() != null && update.getMessage().getText() != null;
    }

    @Override
    public void excuse(Update update, FailureReason why, ReplyTransaction transaction) {
        transaction.say(reply(update, why.name()));
    }

    @Override
    public List<ChatData> chatData() {
        return List.of(
                new ChatData() {
                    @Override
                    public void moved(long from, long to, JdbcClient rows) {
                        moved.add(Map.entry(from, to));
                    }

                    @Override
                    public void gone(long chatId, JdbcClient rows) {
                        gone.add(chatId);
                    }
                });
    }

    ApiCall saying(long chatId, String text) {
        return ApiCall.of(chatId, SendMessage.builder().chatId(chatId).text(text).build());
    }

    @Override
    public void awaitReady() throws InterruptedException {
        // always
    }

    @Override
    public void introduce(BotApiGateway gateway) {
        // it has no name
    }

    private String answer(String question) {
        try {
            Callable<String> own = answers.get(question);
            return own == null ? ANSWER + " " + question : own.call();
        } catch (Exception e) {
            throw new IllegalStateException("the index is gone", e);
        }
    }

    ApiCall reply(Update update, String text) {
        Message message = update.getMessage();
        return ApiCall.of(
                message.getChatId(),
                SendMessage.builder()
                        .chatId(message.getChatId())
                        .text(text)
                        .replyParameters(
                                ReplyParameters.builder().messageId(message.getMessageId()).build())
                        .build());
    }
}

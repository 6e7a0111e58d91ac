package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A handler that repeats every question after the same words, unless a test says otherwise. It
/// takes every text as a question, in groups too.
class EchoUpdateHandler implements UpdateHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

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
    public DecodedUpdate decode(JsonNode json) throws JsonProcessingException {
        Message message = JSON.treeToValue(json, Update.class).getMessage();
        return new DecodedUpdate(UpdateEnvelope.of(json), incoming(message), false, null);
    }

    private static Incoming incoming(@Nullable Message message) {
        String text = message == null ? null : words(message);
        if (message == null || (text == null && message.getMediaGroupId() == null)) {
            return new Incoming.Ignored("no question");
        }
        long chat = message.getChatId();
        var context =
                new MessageContext(
                        chat, message.getMessageId(), null, Locale.ROOT, chat, ChatKind.PRIVATE);
        return text == null
                ? new Incoming.Chatted(context, false)
                : new Incoming.Asked(context, text, null);
    }

    private static @Nullable String words(Message message) {
        return message.getText() == null ? message.getCaption() : message.getText();
    }

    @Override
    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
        if (update.incoming() instanceof Incoming.Asked question) {
            asked.add(question.text());
            transaction.send(reply(question, answer(question.text())));
        }
    }

    @Override
    public void apologize(
            DecodedUpdate update, FailureReason reason, ReplyTransaction transaction) {
        if (update.incoming() instanceof Incoming.Asked question) {
            transaction.send(reply(question, reason.name()));
        }
    }

    @Override
    public List<ChatData> chatData() {
        return List.of(
                new ChatData() {
                    @Override
                    public void chatMoved(long from, long to, JdbcClient rows) {
                        moved.add(Map.entry(from, to));
                    }

                    @Override
                    public void chatDeleted(long chatId, JdbcClient rows) {
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
    public boolean publishProfile(BotApiGateway gateway) {
        return true; // it has no name
    }

    private String answer(String question) {
        try {
            Callable<String> own = answers.get(question);
            return own == null ? ANSWER + " " + question : own.call();
        } catch (PostponedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the index is gone", e);
        }
    }

    ApiCall reply(Incoming.Asked question, String text) {
        MessageContext context = question.context();
        return ApiCall.of(
                context.chatId(),
                SendMessage.builder()
                        .chatId(context.chatId())
                        .text(text)
                        .replyParameters(
                                ReplyParameters.builder().messageId(context.messageId()).build())
                        .build());
    }
}

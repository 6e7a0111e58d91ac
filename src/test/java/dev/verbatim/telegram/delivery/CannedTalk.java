package dev.verbatim.telegram.delivery;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Says the same to everything, but where a test says otherwise.
final class CannedTalk implements Talk {

    static final String ANSWER = "NATO allies meet in Brussels.";
    static final String SORRY = "Something went wrong.";

    private final Map<String, Callable<String>> answers = new ConcurrentHashMap<>();

    void answers(String question, Callable<String> answer) {
        answers.put(question, answer);
    }

    @Override
    public Handler handler(Gateway gateway) {
        return new Handler() {
            @Override
            public void handle(Update update) {
                if (update.getMessage() != null && update.getMessage().getText() != null) {
                    say(gateway, update, answer(update.getMessage().getText()));
                }
            }

            @Override
            public void apologize(Update update) {
                say(gateway, update, SORRY);
            }
        };
    }

    @Override
    public void awaitReady() {
        // always
    }

    @Override
    public void introduce(Gateway gateway) {
        // it has no name
    }

    private String answer(String question) {
        try {
            Callable<String> own = answers.get(question);
            return own == null ? ANSWER : own.call();
        } catch (Exception e) {
            throw new IllegalStateException("the index is gone", e);
        }
    }

    private static void say(Gateway gateway, Update update, String text) {
        long chat = update.getMessage().getChatId();
        gateway.call("send", chat, SendMessage.builder().chatId(chat).text(text).build());
    }
}

package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bot in a process of its own, which says when it has come to a step with a question and stays
/// there, to be killed. Ends by itself when it is told to on standard input.
final class KilledBot extends EchoUpdateHandler {

    static final String REACHED = "reached!";

    private static final String LISTENER = "told";

    /// Where it may be killed.
    enum Step {
        /// The update is committed, nothing is done about it.
        TAKEN,
        /// The answer is there, and being committed.
        ANSWERED,
        /// Telegram is called, and hasn't taken the message.
        CALLED,
        /// Telegram has the message, we don't know it.
        SENT,
        /// We know it, and it is being marked.
        MARKING;

        /// Whether it is the bot that can say so, and not Telegram.
        boolean isSeenInside() {
            return this != CALLED && this != SENT;
        }
    }

    /// The question of everybody.
    static final String ANY = "";

    private final Step step;
    private final String victim;

    private KilledBot(Step step, String victim) {
        this.step = step;
        this.victim = victim;
    }

    public static void main(String[] arguments) throws Exception {
        var bot = new KilledBot(Step.valueOf(arguments[2]), arguments[3]);
        try (RunningBot _ =
                RunningBot.withExistingStore(arguments[0], Path.of(arguments[1]), bot)) {
            int _ = System.in.read();
        }
    }

    @Override
    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
        boolean meant =
                update.incoming() instanceof Incoming.Asked question
                        && (victim.equals(ANY) || question.text().equals(victim));
        if (meant && step == Step.TAKEN) {
            stay();
        }
        super.handle(update, transaction);
        if (meant && step == Step.ANSWERED) {
            transaction.write(_ -> stay());
        }
    }

    @Override
    ApiCall reply(Incoming.Asked question, String text) {
        return super.reply(question, text).withListener(LISTENER, question.text());
    }

    @Override
    public List<ApiCall.SendListener> sendListeners() {
        return List.of(new Marking());
    }

    /// Called while a message is being marked.
    private final class Marking implements ApiCall.SendListener {

        @Override
        public String name() {
            return LISTENER;
        }

        @Override
        public void sent(long chatId, int messageId, String note, JdbcClient rows) {
            if (step == Step.MARKING && note.equals(victim)) {
                stay();
            }
        }
    }

    private static void stay() {
        System.out.println(REACHED);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.verbatim.telegram;

import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/// Knows who we are, as soon as Telegram has told. Thread-safe.
final class Acquaintance {

    private static final String STEP = "asking who we are";

    private static final Logger log = LoggerFactory.getLogger(Acquaintance.class);

    private volatile Identity me = Identity.UNKNOWN;

    Identity me() {
        return me;
    }

    /// Asks Telegram; false when it hasn't told.
    boolean make(Gateway gateway) {
        return heard(gateway.call(STEP, Gateway.NO_CHAT, new GetMe()));
    }

    /// As [#me], asked once more: what reaches us may have been changed meanwhile.
    Identity renewed(Turn turn) {
        heard(turn.now(STEP, Gateway.NO_CHAT, new GetMe()));
        return me;
    }

    private boolean heard(Delivery<User> answer) {
        if (!(answer instanceof Delivery.Delivered(User user)) || user == null) {
            return false;
        }
        Identity told = Identity.of(user);
        if (!told.servesInline() && !told.equals(me)) {
            log.info(
                    "Inline mode is off, so nobody can ask with @{} in other chats: to have it,"
                            + " send /setinline to @BotFather",
                    told.userName());
        }
        me = told;
        return true;
    }
}

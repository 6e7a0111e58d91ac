package dev.verbatim.telegram.update;

import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Gateway;
import dev.verbatim.telegram.delivery.Turn;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/// Who we are, once Telegram has told. Thread-safe.
public final class Self implements Supplier<Identity> {

    private static final Logger log = LoggerFactory.getLogger(Self.class);
    private static final String STEP = "asking who we are";

    private volatile Identity known = Identity.UNKNOWN;

    @Override
    public Identity get() {
        return known;
    }

    /// Asks Telegram; false when it didn't tell.
    public boolean ask(Gateway gateway) {
        return heard(gateway.call(STEP, Gateway.NO_CHAT, new GetMe()));
    }

    /// As [#get], but asked once more: what reaches us may have been changed meanwhile.
    public Identity renewed(Turn turn) {
        heard(turn.now(STEP, Gateway.NO_CHAT, new GetMe()));
        return known;
    }

    private boolean heard(Delivery<User> told) {
        if (!(told instanceof Delivery.Delivered<User>(var me)) || me == null) {
            return false;
        }
        boolean first = known.equals(Identity.UNKNOWN);
        known = Identity.of(me);
        if (first && !known.servesInline()) {
            log.info(
                    "Inline mode is off: nobody can ask with @{} in other chats. To have it, send"
                            + " /setinline to @BotFather.",
                    known.userName());
        }
        return true;
    }
}

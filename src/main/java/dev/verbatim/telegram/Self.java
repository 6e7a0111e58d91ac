package dev.verbatim.telegram;

import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Gateway;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/// Who we are, once Telegram has told. Thread-safe.
final class Self implements Supplier<Identity> {

    private static final Logger log = LoggerFactory.getLogger(Self.class);

    private volatile Identity known = Identity.UNKNOWN;

    @Override
    public Identity get() {
        return known;
    }

    void ask(Gateway gateway) {
        if (gateway.call("asking who we are", Gateway.NO_CHAT, new GetMe())
                        instanceof Delivery.Delivered<User>(var me)
                && me != null) {
            known = Identity.of(me);
            if (!known.servesInline()) {
                log.info(
                        "Inline mode is off: nobody can ask with @{} in other chats. To have it,"
                                + " send /setinline to @BotFather.",
                        known.userName());
            }
        }
    }
}

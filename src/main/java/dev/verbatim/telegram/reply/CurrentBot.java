package dev.verbatim.telegram.reply;

import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/// A supplier of the bot's identity, as far as Telegram has told it. Thread-safe.
public final class CurrentBot implements Supplier<BotIdentity> {

    private static final Logger log = LoggerFactory.getLogger(CurrentBot.class);
    private static final String STEP = "asking who we are";

    private volatile BotIdentity known = BotIdentity.UNKNOWN;

    @Override
    public BotIdentity get() {
        return known;
    }

    /// Asks Telegram; returns whether it told.
    public boolean identify(BotApiGateway gateway) {
        return learn(gateway.call(STEP, BotApiGateway.NO_CHAT, new GetMe()));
    }

    /// As [#get], but asked again: what the bot may read can have been changed meanwhile.
    public BotIdentity refresh(ReplyTransaction transaction) {
        learn(transaction.callNow(STEP, BotApiGateway.NO_CHAT, new GetMe()));
        return known;
    }

    private boolean learn(ApiResult<User> told) {
        if (!(told instanceof ApiResult.Delivered<User>(var me)) || me == null) {
            return false;
        }
        boolean first = known.equals(BotIdentity.UNKNOWN);
        known = BotIdentity.of(me);
        if (first && !known.servesInline()) {
            log.info(
                    "Inline mode is off: nobody can ask with @{} in other chats. To have it, send"
                            + " /setinline to @BotFather.",
                    known.userName());
        }
        return true;
    }
}

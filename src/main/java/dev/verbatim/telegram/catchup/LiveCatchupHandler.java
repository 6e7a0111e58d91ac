package dev.verbatim.telegram.catchup;

import dev.verbatim.telegram.catchup.LiveCatchup.Pin;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.time.LocalDate;
import java.util.Optional;

/// A handler of `/catchup live`, by which the admins of a group begin and end a live catch-up.
/// Thread-safe.
final class LiveCatchupHandler {

    private final CatchupService catchups;
    private final ChatAdmins admins;

    LiveCatchupHandler(CatchupService catchups, ChatAdmins admins) {
        this.catchups = catchups;
        this.admins = admins;
    }

    /// Begins or ends the live catch-up of a topic.
    ///
    /// @param topic of a message in it, or [CatchupService#ALL_TOPICS]
    ReplyMessage change(CatchupRequest.Live wish, long topic, Responder responder) {
        return switch (admins.permission(responder.context(), responder.transaction())) {
            case DENIED -> responder.text(MessageKey.LIVE_ADMINS_ONLY);
            case HIDDEN -> responder.text(MessageKey.ADMINS_HIDDEN);
            case UNKNOWN -> responder.text(MessageKey.FAILED);
            case GRANTED -> wish.off() ? end(topic, responder) : begin(topic, responder);
        };
    }

    /// One that is there already is pinned again, if that was refused before.
    private ReplyMessage begin(long topic, Responder responder) {
        long chat = responder.context().chatId();
        Optional<LiveCatchup> before = catchups.lives().find(chat, topic);
        LocalDate today = LocalDate.ofInstant(catchups.clock().instant(), catchups.zoneOf(chat));
        LiveCatchup live =
                before.map(one -> one.pinned() == Pin.REFUSED ? one.withPin(Pin.NO) : one)
                        .orElseGet(
                                () ->
                                        LiveCatchup.begun(
                                                chat,
                                                topic,
                                                responder.context().language(),
                                                catchups.views().newId(),
                                                today));
        responder.transaction().write(rows -> LiveCatchupStore.save(live, rows));
        return responder.text(MessageKey.LIVE_ON);
    }

    /// The message stays as it is, unpinned.
    private ReplyMessage end(long topic, Responder responder) {
        Optional<LiveCatchup> live = catchups.lives().find(responder.context().chatId(), topic);
        live.ifPresent(
                one -> {
                    if (one.pinned() == Pin.YES) {
                        new PinnedMessage(one.context(), responder.transaction()).unpin();
                    }
                    responder.transaction().write(rows -> LiveCatchupStore.delete(one, rows));
                });
        return responder.text(live.isPresent() ? MessageKey.LIVE_ENDED : MessageKey.LIVE_OFF);
    }
}

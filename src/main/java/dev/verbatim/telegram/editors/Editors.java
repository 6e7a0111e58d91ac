package dev.verbatim.telegram.editors;

import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The users who may change the articles and see the statistics.
///
/// @param admins their user ids on Telegram
@ConfigurationProperties("verbatim")
public record Editors(@DefaultValue Set<Long> admins) {

    public Editors {
        admins = Set.copyOf(admins);
    }

    /// An editor is a user: whoever writes in the name of a chat, whose id is below 0, is none.
    public boolean isEditor(long personId) {
        return personId > 0 && admins.contains(personId);
    }

    /// A command that is refused to everyone else.
    CommandHandler.Action only(BiFunction<Incoming.Commanded, Responder, ReplyMessage> reply) {
        return (command, responder) ->
                responder.send(refusal(responder).orElseGet(() -> reply.apply(command, responder)));
    }

    /// Why a request is refused; empty when it is allowed. Editors work in their private chats.
    Optional<ReplyMessage> refusal(Responder responder) {
        boolean isEditor = isEditor(responder.context().personId());
        if (isEditor && !responder.context().kind().isGroup()) {
            return Optional.empty();
        }
        MessageKey refusal = isEditor ? MessageKey.EDITOR_PRIVATE : MessageKey.EDITOR_ONLY;
        return Optional.of(ReplyMessage.of(refusal.in(responder.messages())));
    }
}

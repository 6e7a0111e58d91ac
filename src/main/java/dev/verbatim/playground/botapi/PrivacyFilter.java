package dev.verbatim.playground.botapi;

import java.util.Locale;
import java.util.Optional;

/// A filter of the messages that a bot receives.
///
/// In groups, with privacy mode on and as a plain member, those are the messages addressed to it:
/// commands with its name; other commands if it was the last bot to write; messages of its inline
/// mode; replies to its messages and to those addressed to it; and service messages. A mention is
/// not enough. It never receives messages of other bots.
final class PrivacyFilter {

    private PrivacyFilter() {}

    static boolean receives(BotAccount bot, SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        if (chat.isPrivate()) {
            return chat.bot().filter(bot::equals).isPresent() && !message.isBy(bot);
        }
        if (!chat.statusOf(bot).isMember()) {
            return false;
        }
        if (message.isService()) {
            return true;
        }
        if (isByABot(message)) {
            return false;
        }
        boolean meant = isAddressedTo(bot, message);
        return !message.isBy(bot) && (meant || receivesAll(bot, chat));
    }

    private static boolean isByABot(SimulatedMessage message) {
        return message.sender().account() instanceof BotAccount && message.sender().as() == null;
    }

    private static boolean receivesAll(BotAccount bot, SimulatedChat chat) {
        return !bot.privacyMode() || chat.statusOf(bot).isAdministrator();
    }

    private static boolean isAddressedTo(BotAccount bot, SimulatedMessage message) {
        boolean meant =
                isCommandFor(bot, message) || bot.equals(message.via()) || isReplyTo(bot, message);
        if (meant) {
            message.addressees().add(bot);
        }
        return meant;
    }

    private static boolean isCommandFor(BotAccount bot, SimulatedMessage message) {
        String command = command(message).toLowerCase(Locale.ROOT);
        if (command.contains("@")) {
            return command.endsWith("@" + bot.username().toLowerCase(Locale.ROOT));
        }
        return !command.isEmpty() && bot.equals(message.chat().lastBot());
    }

    private static String command(SimulatedMessage message) {
        String text = message.text();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.startsWith("/") ? text.substring(0, end) : "";
    }

    private static boolean isReplyTo(BotAccount bot, SimulatedMessage message) {
        return Optional.ofNullable(message.chat().find(message.placement().replyTo()))
                .filter(target -> target.isBy(bot) || target.addressees().contains(bot))
                .isPresent();
    }
}
